package dev.drift.it.embedding;

import dev.drift.Drift;
import dev.drift.aws.AwsRules;
import dev.drift.aws.AwsRun;
import dev.drift.aws.credentials.AssumedRoles;
import dev.drift.aws.shared.SharedSettings;
import dev.drift.code.IacTool;
import dev.drift.observation.EnvironmentSource;
import dev.drift.report.DriftReport;
import dev.drift.sink.ReportSink;
import dev.drift.stack.Selector;
import dev.drift.terramate.PlanProbe;
import dev.drift.terramate.TerramateCatalog;
import dev.drift.terramate.code.TerraformCode;
import java.nio.file.Path;

/** The program of the README: what stands between the marks stands there too, letter by letter. */
final class EmbeddingExample {

    private EmbeddingExample() {}

    static DriftReport check(ReportSink archive) {
        // README: begin
        PlanProbe plan = PlanProbe.using(IacTool.TERRAFORM);
        AwsRun aws = AwsRun.sharing(TerraformCode.standard(), SharedSettings.standard());
        EnvironmentSource reader =
                AssumedRoles.taking("drift-reader").over(plan.environments()).build();

        DriftReport report = Drift.over(TerramateCatalog.at(Path.of("infra")))
                .probing(aws.around(plan))
                .authenticatedBy(aws.over(reader))
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
