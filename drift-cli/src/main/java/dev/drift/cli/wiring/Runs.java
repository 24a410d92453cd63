package dev.drift.cli.wiring;

import dev.drift.DriftRun;
import dev.drift.PreviewRun;
import dev.drift.provision.ProvisionRun;
import dev.drift.terramate.plan.PlanFiles;
import java.nio.file.Path;
import java.util.Optional;

/** Where the runs of commands come from. */
public interface Runs {

    /** A run over the stacks at or below a directory, planned as the tooling says, of which others are told. */
    DriftRun.Builder detecting(Path directory, Tooling tooling, Audience audience);

    /** A run over plans made elsewhere, with the code they were made from if it is at hand. */
    DriftRun.Builder judging(PlanFiles plans, Optional<Path> code);

    /** A provisioning of the stacks at or below a directory, of which others are told; with the real tools unless told otherwise. */
    default ProvisionRun.Builder provisioning(Path directory, ProvisionScope scope, Audience audience) {
        return Wiring.provision(directory, scope, audience);
    }

    /**
     * A preview of the stacks at or below a directory that changed since a revision of git, or since the one that Terramate would
     * choose; planned as the tooling says, of which others are told; with the real tools unless told otherwise.
     */
    default PreviewRun.Builder previewing(Path directory, Optional<String> base, Tooling tooling, Audience audience) {
        return Wiring.preview(directory, base, tooling, audience);
    }
}
