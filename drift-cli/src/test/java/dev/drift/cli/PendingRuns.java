package dev.drift.cli;

import dev.drift.Drift;
import dev.drift.DriftRun;
import dev.drift.PreviewRun;
import dev.drift.cli.wiring.Audience;
import dev.drift.cli.wiring.Runs;
import dev.drift.cli.wiring.Tooling;
import dev.drift.terramate.TerramateCatalog;
import dev.drift.terramate.plan.PlanFiles;
import java.nio.file.Path;
import java.util.Optional;

/** Runs of detection in which what is scripted to drift is pending instead. */
record PendingRuns(ScriptedRuns script) implements Runs {

    @Override
    public DriftRun.Builder detecting(Path directory, Tooling tooling, Audience audience) {
        return Drift.over(TerramateCatalog.at(directory)).probing(script.planner());
    }

    @Override
    public DriftRun.Builder judging(PlanFiles plans, Optional<Path> code) {
        return script.judging(plans, code);
    }

    @Override
    public PreviewRun.Builder previewing(Path directory, Optional<String> base, Tooling tooling, Audience audience) {
        return script.previewing(directory, base, tooling, audience);
    }
}
