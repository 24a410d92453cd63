package dev.drift.cli.wiring;

import static java.util.Objects.requireNonNull;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import dev.drift.Drift;
import dev.drift.DriftRun;
import dev.drift.aws.AwsRun;
import dev.drift.aws.cell.CellBreakers;
import dev.drift.catalog.StackCatalog;
import dev.drift.diagnosis.Judge;
import dev.drift.diagnosis.RuleBook;
import dev.drift.diagnosis.Waiver;
import dev.drift.estate.EstateDefinition;
import dev.drift.github.GitHubSinks;
import dev.drift.observation.DriftProbe;
import dev.drift.observation.EnvironmentSource;
import dev.drift.provision.Applier;
import dev.drift.provision.ProvisionRun;
import dev.drift.terramate.cloud.live.CloudDeployment;
import dev.drift.terramate.cloud.live.CloudSink;
import java.util.List;

/** Puts what the adapters bring into the description of a run: the front door, opened by an injector. */
public final class RunModule extends AbstractModule {

    private final EstateDefinition estate;
    private final List<Waiver> waivers;

    /** For an estate that says with which role each stack is looked at, and drift that is left alone for a time. */
    public RunModule(EstateDefinition estate, List<Waiver> waivers) {
        this.estate = requireNonNull(estate, "estate is null");
        this.waivers = List.copyOf(waivers);
    }

    @Override
    protected void configure() {
        binder().requireExplicitBindings();
        binder().requireExactBindingAnnotations();
        binder().disableCircularProxies();
    }

    @Provides
    DriftRun.Builder run(
            StackCatalog catalog,
            DriftProbe probe,
            EnvironmentSource environments,
            RuleBook rules,
            AwsRun aws,
            CloudSink cloud,
            GitHubSinks github) {
        CellBreakers breakers = CellBreakers.of(estate);
        DriftRun.Builder run = Drift.over(catalog)
                .probing(breakers.around(aws.around(probe)))
                .authenticatedBy(breakers.over(aws.over(new Roles(estate).over(environments))))
                .judgedBy(Judge.by(rules).waiving(waivers))
                .deliveringTo(cloud);
        github.all().forEach(run::deliveringTo);
        return run;
    }

    @Provides
    ProvisionRun.Builder provision(
            StackCatalog catalog,
            Applier applier,
            DriftProbe probe,
            EnvironmentSource environments,
            RuleBook rules,
            AwsRun aws,
            CloudDeployment cloud) {
        return ProvisionRun.over(catalog)
                .applying(aws.around(applier))
                .checking(aws.around(probe))
                .authenticatedBy(aws.over(environments))
                .judgedBy(rules)
                .telling(cloud);
    }
}
