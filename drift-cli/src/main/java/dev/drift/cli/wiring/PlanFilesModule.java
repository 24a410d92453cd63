package dev.drift.cli.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import dev.drift.catalog.StackCatalog;
import dev.drift.code.StackCode;
import dev.drift.observation.DriftProbe;
import dev.drift.observation.EnvironmentSource;
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
    StackCatalog catalog() {
        return plans.catalog();
    }

    @Provides
    EnvironmentSource environments() {
        return EnvironmentSource.ambient();
    }

    @Provides
    DriftProbe probe() {
        return plans.probe(
                code.map(directory -> TerraformCode.standard().read(directory)).map(StackCode::ignores));
    }
}
