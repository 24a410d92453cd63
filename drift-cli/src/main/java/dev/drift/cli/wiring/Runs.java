package dev.drift.cli.wiring;

import dev.drift.DriftRun;
import dev.drift.terramate.cloud.live.CloudDelivery;
import dev.drift.terramate.plan.PlanFiles;
import java.nio.file.Path;
import java.util.Optional;

/** Where the runs of commands come from. */
public interface Runs {

    /** A run over the stacks at or below a directory, planned as the tooling says, of which Terramate Cloud is told. */
    DriftRun.Builder detecting(Path directory, Tooling tooling, CloudDelivery cloud);

    /** A run over plans made elsewhere, with the code they were made from if it is at hand. */
    DriftRun.Builder judging(PlanFiles plans, Optional<Path> code);
}
