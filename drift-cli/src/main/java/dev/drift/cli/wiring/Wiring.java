package dev.drift.cli.wiring;

import com.google.inject.Guice;
import com.google.inject.Module;
import com.google.inject.Stage;
import dev.drift.DriftRun;
import dev.drift.aws.AwsModule;
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
    public DriftRun.Builder detecting(Path directory, Tooling tooling) {
        PlanSettings plan = PlanSettings.standard();
        return run(new TerramateModule(
                directory,
                TerramateSettings.standard(),
                CodeSettings.of(System.getenv()),
                tooling.tool().map(plan::withTool).orElse(plan)));
    }

    @Override
    public DriftRun.Builder judging(PlanFiles plans, Optional<Path> code) {
        return run(new PlanFilesModule(plans, code));
    }

    private static DriftRun.Builder run(Module stacks) {
        return Guice.createInjector(Stage.DEVELOPMENT, stacks, new AwsModule(), new RunModule())
                .getInstance(DriftRun.Builder.class);
    }
}
