package dev.drift.cli.wiring;

import static java.util.Objects.requireNonNull;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import dev.drift.Drift;
import dev.drift.PreviewRun;
import dev.drift.aws.AwsRun;
import dev.drift.catalog.ChangedStacks;
import dev.drift.catalog.StackCatalog;
import dev.drift.diagnosis.RuleBook;
import dev.drift.estate.EstateDefinition;
import dev.drift.github.GitHubPreviews;
import dev.drift.observation.DriftProbe;
import dev.drift.observation.EnvironmentSource;
import dev.drift.preview.CodeCheck;
import dev.drift.terramate.cloud.live.CloudPreview;

/** Puts what the adapters bring into the description of a preview. */
public final class PreviewModule extends AbstractModule {

    private final EstateDefinition estate;

    /** For an estate whose environments are looked at with roles of their own. */
    public PreviewModule(EstateDefinition estate) {
        this.estate = requireNonNull(estate, "estate is null");
    }

    @Override
    protected void configure() {
        binder().requireExplicitBindings();
        binder().requireExactBindingAnnotations();
        binder().disableCircularProxies();
    }

    @Provides
    PreviewRun.Builder preview(StackCatalog catalog, ChangedStacks changes, Looking looking, GitHubPreviews github) {
        PreviewRun.Builder run = Drift.preview(catalog, changes)
                .checking(looking.code())
                .planning(looking.aws().around(looking.probe()))
                .authenticatedBy(looking.aws().over(new Roles(estate).over(looking.environments())))
                .judgedBy(looking.rules())
                .deliveringTo(looking.cloud());
        github.all().forEach(run::deliveringTo);
        return run;
    }

    @Provides
    Looking looking(
            CodeCheck code,
            DriftProbe probe,
            EnvironmentSource environments,
            RuleBook rules,
            AwsRun aws,
            CloudPreview cloud) {
        return new Looking(code, probe, environments, rules, aws, cloud);
    }

    /** What stacks are looked at with, and who is told meanwhile. */
    record Looking(
            CodeCheck code,
            DriftProbe probe,
            EnvironmentSource environments,
            RuleBook rules,
            AwsRun aws,
            CloudPreview cloud) {}
}
