package dev.drift.cli.wiring;

import com.google.inject.Guice;
import com.google.inject.Module;
import com.google.inject.Stage;
import dev.drift.DriftRun;
import dev.drift.aws.AwsModule;
import dev.drift.aws.shared.SharedSettings;
import dev.drift.github.GitHubModule;
import dev.drift.terramate.TerramateModule;
import dev.drift.terramate.TerramateSettings;
import dev.drift.terramate.code.CodeSettings;
import dev.drift.terramate.plan.PlanFiles;
import dev.drift.terramate.probe.PlanSettings;
import java.nio.file.Path;
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
        return run(stacks, aws(tooling.provider()), new GitHubModule(audience.github()), new RunModule());
    }

    @Override
    public DriftRun.Builder judging(PlanFiles plans, Optional<Path> code) {
        return run(new PlanFilesModule(plans, code), aws(Tooling.Provider.PLAIN));
    }

    private static Module aws(Tooling.Provider provider) {
        SharedSettings settings = SharedSettings.standard();
        return provider == Tooling.Provider.SHARED ? AwsModule.sharing(settings) : AwsModule.plain(settings);
    }

    private static DriftRun.Builder run(Module... modules) {
        return Guice.createInjector(Stage.DEVELOPMENT, modules).getInstance(DriftRun.Builder.class);
    }
}
