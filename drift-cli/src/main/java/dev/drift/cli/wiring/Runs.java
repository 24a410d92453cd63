package dev.drift.cli.wiring;

import dev.drift.DriftRun;
import dev.drift.code.IacTool;
import dev.drift.terramate.plan.PlanFiles;
import java.nio.file.Path;
import java.util.Optional;

/** Where the runs of commands come from. */
public interface Runs {

    /** A run over the stacks at or below a directory, planned by the tool, or by what each stack looks like. */
    DriftRun.Builder detecting(Path directory, Optional<IacTool> tool);

    /** A run over plans made elsewhere, with the code they were made from if it is at hand. */
    DriftRun.Builder judging(PlanFiles plans, Optional<Path> code);
}
