package dev.drift.cli;

import dev.drift.DriftRun;
import dev.drift.cli.estate.Engines;
import dev.drift.cli.wiring.Audience;
import dev.drift.cli.wiring.Runs;
import dev.drift.cli.wiring.Tooling;
import dev.drift.terramate.plan.PlanFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Runs in which nothing drifts, with a note of the engines that each detection was asked for. */
record NotingRuns(List<Engines> engines) implements Runs {

    NotingRuns() {
        this(new CopyOnWriteArrayList<>());
    }

    @Override
    public DriftRun.Builder detecting(Path directory, Tooling tooling, Audience audience) {
        engines.add(tooling.engines());
        return ScriptedRuns.IN_SYNC.detecting(directory, tooling, audience);
    }

    @Override
    public DriftRun.Builder judging(PlanFiles plans, Optional<Path> code) {
        return ScriptedRuns.IN_SYNC.judging(plans, code);
    }
}
