package dev.drift.cli.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import dev.drift.Drift;
import dev.drift.DriftRun;
import dev.drift.code.CodeReader;
import dev.drift.code.StackCode;
import dev.drift.diagnosis.RuleBook;
import dev.drift.observation.DriftProbe;
import dev.drift.terramate.code.TerraformCode;
import dev.drift.terramate.plan.PlanFiles;
import java.nio.file.Path;
import java.util.Optional;

/** Plans made elsewhere, in place of a repository and its tools. */
final class PlanFilesModule extends AbstractModule {

    private final PlanFiles plans;
    private final Optional<Path> code;

    PlanFilesModule(PlanFiles plans, Optional<Path> code) {
        this.plans = plans;
        this.code = code;
    }

    @Override
    protected void configure() {
        binder().requireExplicitBindings();
        binder().requireExactBindingAnnotations();
        binder().disableCircularProxies();
    }

    @Provides
    CodeReader codeReader() {
        return TerraformCode.standard();
    }

    @Provides
    DriftRun.Builder run(CodeReader reader, RuleBook rules) {
        DriftProbe probe = plans.probe(code.map(reader::read).map(StackCode::ignores));
        return Drift.over(plans.catalog()).probing(probe).judgedBy(rules);
    }
}
