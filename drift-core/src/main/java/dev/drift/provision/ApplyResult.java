package dev.drift.provision;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** How the apply of a plan ended. */
public sealed interface ApplyResult {

    /** What the tool said was done, one line for each object, free of secrets; at the end its own sum, if it gave one. */
    List<String> done();

    /** All of the plan was applied. */
    record Complete(List<String> done) implements ApplyResult {
        public Complete {
            done = List.copyOf(done);
        }
    }

    /**
     * The plan was not applied as a whole.
     *
     * @param reason the first useful line of why, free of secrets
     * @param done what was applied before it stopped
     * @param keptState where the state lies that the tool could not write to its place; only its owner can read it
     */
    record Incomplete(String reason, List<String> done, Optional<Path> keptState) implements ApplyResult {
        public Incomplete {
            requireNonNull(reason, "reason is null");
            done = List.copyOf(done);
            requireNonNull(keptState, "keptState is null");
        }
    }
}
