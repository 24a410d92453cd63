package dev.drift.it.embedding;

import dev.drift.Drift;
import dev.drift.aws.AwsRules;
import dev.drift.code.IacTool;
import dev.drift.report.DriftReport;
import dev.drift.sink.ReportSink;
import dev.drift.stack.Selector;
import dev.drift.terramate.PlanProbe;
import dev.drift.terramate.TerramateCatalog;
import java.nio.file.Path;

/** The program of the README: what stands between the marks stands there too, letter by letter. */
final class EmbeddingExample {

    private EmbeddingExample() {}

    static DriftReport check(ReportSink archive) {
        // README: begin
        DriftReport report = Drift.over(TerramateCatalog.at(Path.of("infra")))
                .probing(PlanProbe.using(IacTool.TERRAFORM))
                .judgedBy(AwsRules.standard())
                .selecting(Selector.parse("Environment:prod,Region:eu-central-1"))
                .parallelism(12)
                .deliveringTo(archive)
                .build()
                .execute()
                .report();
        // README: end
        return report;
    }
}
