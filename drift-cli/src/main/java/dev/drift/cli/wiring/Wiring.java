package dev.drift.cli.wiring;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.Stage;
import dev.drift.DriftRun;
import dev.drift.PreviewRun;
import dev.drift.aws.AwsModule;
import dev.drift.aws.shared.PlanMemories;
import dev.drift.aws.shared.PlanMemory;
import dev.drift.aws.shared.SharedSettings;
import dev.drift.catalog.ChangedStacks;
import dev.drift.cli.estate.Engine;
import dev.drift.code.IacTool;
import dev.drift.estate.Environment;
import dev.drift.estate.EstateDefinition;
import dev.drift.github.GitHubModule;
import dev.drift.github.GitHubProvisions;
import dev.drift.provision.ProvisionRun;
import dev.drift.terramate.TerramateModule;
import dev.drift.terramate.TerramateSettings;
import dev.drift.terramate.code.CodeSettings;
import dev.drift.terramate.plan.PlanFiles;
import dev.drift.terramate.probe.PlanSettings;
import dev.drift.terramate.process.UserEnvironment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The composition root: the one place where adapters and the injector meet. */
public final class Wiring implements Runs {

    @Override
    public DriftRun.Builder detecting(Path directory, Tooling tooling, Audience audience) {
        PlanSettings plan = PlanSettings.standard();
        Module stacks = new TerramateModule(
                directory,
                TerramateSettings.standard(),
                CodeSettings.of(System.getenv()),
                tooling.tool().map(plan::withTool).orElse(plan),
                audience.cloud());
        return run(
                stacks,
                aws(tooling),
                new GitHubModule(audience.github()),
                new RunModule(tooling.estate(), tooling.waivers()));
    }

    @Override
    public DriftRun.Builder judging(PlanFiles plans, Optional<Path> code) {
        return run(new PlanFilesModule(plans, code), AwsModule.plain(SharedSettings.standard()));
    }

    /** A provisioning with the real tools. Nothing of it shares a provider. */
    static ProvisionRun.Builder provision(Path directory, ProvisionScope scope, Audience audience) {
        PlanSettings plan =
                PlanSettings.standard().withUser(UserEnvironment.ofThisProcess().without("TF_REATTACH_PROVIDERS"));
        TerramateSettings settings = TerramateSettings.standard();
        Injector injector = injector(
                new TerramateModule(
                        directory,
                        scope.base().map(settings::since).orElse(settings),
                        CodeSettings.of(System.getenv()),
                        scope.tool().map(plan::withTool).orElse(plan),
                        audience.cloud()),
                AwsModule.plain(SharedSettings.standard()),
                new GitHubModule(audience.github()),
                new RunModule(EstateDefinition.UNDEFINED, List.of()));
        ProvisionRun.Builder run = injector.getInstance(ProvisionRun.Builder.class);
        injector.getInstance(GitHubProvisions.class).all().forEach(run::telling);
        return scope.all() ? run : run.changed(injector.getInstance(ChangedStacks.class));
    }

    /** Every stack is planned: what the trunk's plan is remembered to have shown says nothing of a change. */
    static PreviewRun.Builder preview(Path directory, Optional<String> base, Tooling tooling, Audience audience) {
        PlanSettings plan = PlanSettings.standard();
        TerramateSettings settings = TerramateSettings.standard();
        Module stacks = new TerramateModule(
                directory,
                base.map(settings::since).orElse(settings),
                CodeSettings.of(System.getenv()),
                tooling.tool().map(plan::withTool).orElse(plan),
                audience.cloud());
        return injector(
                        stacks,
                        aws(tooling.provider(), SharedSettings.standard().remembering(PlanMemory.NONE)),
                        new GitHubModule(audience.github()),
                        new PreviewModule(tooling.estate()))
                .getInstance(PreviewRun.Builder.class);
    }

    private static Module aws(Tooling tooling) {
        return aws(tooling.provider(), SharedSettings.standard().remembering(memories(tooling)));
    }

    /** What looks at a stack is a matter of how long its plans are remembered. */
    static PlanMemories memories(Tooling tooling) {
        String tool = tooling.tool().map(IacTool::command).orElse("");
        PlanMemory memory = PlanMemory.STANDARD.under(tool).lasting(tooling.planAge());
        Map<Environment, PlanMemory> own = new HashMap<>();
        tooling.engines().own().forEach((environment, engine) -> own.put(environment, under(engine, memory)));
        return new PlanMemories(under(tooling.engines().usual(), memory), own, tooling.estate());
    }

    private static PlanMemory under(Engine engine, PlanMemory memory) {
        return switch (engine) {
            case AUTO -> memory;
            case LIVE -> memory.otherwise(PlanMemory.Otherwise.READ);
            case PLAN -> memory.lasting(Duration.ZERO);
        };
    }

    private static Module aws(Tooling.Provider provider, SharedSettings settings) {
        return provider == Tooling.Provider.SHARED ? AwsModule.sharing(settings) : AwsModule.plain(settings);
    }

    private static DriftRun.Builder run(Module... modules) {
        return injector(modules).getInstance(DriftRun.Builder.class);
    }

    private static Injector injector(Module... modules) {
        return Guice.createInjector(Stage.DEVELOPMENT, modules);
    }
}
