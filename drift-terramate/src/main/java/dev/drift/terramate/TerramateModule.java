package dev.drift.terramate;

import static java.util.Objects.requireNonNull;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.drift.catalog.ChangedStacks;
import dev.drift.catalog.StackCatalog;
import dev.drift.code.CodeReader;
import dev.drift.observation.DriftProbe;
import dev.drift.observation.EnvironmentSource;
import dev.drift.preview.CodeCheck;
import dev.drift.provision.Applier;
import dev.drift.terramate.cloud.live.CloudDelivery;
import dev.drift.terramate.cloud.live.CloudDeployment;
import dev.drift.terramate.cloud.live.CloudPreview;
import dev.drift.terramate.cloud.live.CloudSink;
import dev.drift.terramate.code.CodeSettings;
import dev.drift.terramate.code.TerraformCode;
import dev.drift.terramate.environment.StackEnvironment;
import dev.drift.terramate.probe.PlanSettings;
import dev.drift.terramate.probe.PlanWitness;
import dev.drift.terramate.probe.ToolCheck;
import java.nio.file.Path;

/**
 * Binds the catalog of a Terramate project, what changed in it, the reader of its code, the source of what a stack asks its tools
 * to be run with, the probe that plans its stacks, and the sink that tells Terramate Cloud of them.
 */
public final class TerramateModule extends AbstractModule {

    private final Path directory;
    private final TerramateSettings settings;
    private final CodeSettings code;
    private final PlanSettings plan;
    private final CloudDelivery cloud;

    /**
     * For the project that holds the directory, read, planned and told of as the settings say; code is always at hand.
     */
    public TerramateModule(
            Path directory, TerramateSettings settings, CodeSettings code, PlanSettings plan, CloudDelivery cloud) {
        this.directory = requireNonNull(directory, "directory is null");
        this.settings = requireNonNull(settings, "settings is null");
        this.code = requireNonNull(code, "code is null");
        this.plan = requireNonNull(plan, "plan is null");
        this.cloud = requireNonNull(cloud, "cloud is null");
    }

    @Override
    protected void configure() {
        binder().requireExplicitBindings();
        binder().requireExactBindingAnnotations();
        binder().disableCircularProxies();
    }

    @Provides
    @Singleton
    TerramateCatalog project() {
        return TerramateCatalog.at(directory, settings);
    }

    @Provides
    StackCatalog catalog(TerramateCatalog project) {
        return project;
    }

    @Provides
    @Singleton
    CloudSink cloud(TerramateCatalog project) {
        return CloudSink.of(project::root, cloud);
    }

    @Provides
    @Singleton
    CloudPreview cloudPreview(TerramateCatalog project) {
        return CloudPreview.of(project::root, cloud, plan::toolOf);
    }

    @Provides
    @Singleton
    CodeCheck codeCheck() {
        return ToolCheck.with(plan.withStackEnvironment(StackEnvironment.NONE));
    }

    @Provides
    @Singleton
    ChangedStacks changes(TerramateCatalog project) {
        return TerramateChanges.in(project);
    }

    @Provides
    @Singleton
    CodeReader codeReader() {
        return TerraformCode.with(code);
    }

    @Provides
    @Singleton
    EnvironmentSource environments() {
        return PlanProbe.with(plan).environments();
    }

    /** What the code of a stack asks for comes with its lease. */
    @Provides
    @Singleton
    DriftProbe probe(CloudSink drift, CloudPreview preview) {
        return PlanProbe.with(plan.withCode(TerraformCode.with(code)).withStackEnvironment(StackEnvironment.NONE))
                .showing(PlanWitness.both(drift, preview));
    }

    @Provides
    @Singleton
    CloudDeployment deployment(TerramateCatalog project) {
        return CloudDeployment.of(project::root, cloud);
    }

    /** What the code of a stack asks for comes with its lease here too. */
    @Provides
    @Singleton
    Applier applier(CloudDeployment witness) {
        PlanSettings settings = plan.withCode(TerraformCode.with(code)).withStackEnvironment(StackEnvironment.NONE);
        return PlanApplier.with(settings, witness);
    }
}
