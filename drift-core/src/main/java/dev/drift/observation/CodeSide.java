package dev.drift.observation;

import static java.util.Objects.requireNonNull;

import dev.drift.code.IgnoreChanges;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whether the code was compared with the live objects, and what came of it. */
public sealed interface CodeSide {

    /** The code was not looked at by a plan: one that only refreshes. */
    record Unseen() implements CodeSide {}

    /** Nobody asked for the code: the objects were read, and compared with what is recorded of them (design 6). */
    record Unasked() implements CodeSide {}

    /**
     * The code was not planned now. It is what it was when a full plan of it showed nothing, and so is everything else that a
     * plan depends on and that can be seen without one (design 6).
     *
     * @param since when that plan was begun
     */
    record Remembered(Instant since) implements CodeSide {
        public Remembered {
            requireNonNull(since, "since is null");
        }
    }

    /**
     * The code was planned against the live objects.
     *
     * @param planned what an apply would do now, by address; objects it would not touch are absent
     * @param changedOutputs how many outputs it would change
     * @param sideEffects what it would do besides, in their order
     * @param declarations what the code declares
     * @param ignores what the code tells to leave alone; empty if the code itself was not at hand
     */
    record Seen(
            List<ResourceChange> planned,
            int changedOutputs,
            List<SideEffect> sideEffects,
            Declarations declarations,
            Optional<IgnoreChanges> ignores)
            implements CodeSide {
        public Seen {
            planned = List.copyOf(planned);
            sideEffects = sideEffects.stream().sorted().toList();
            requireNonNull(declarations, "declarations is null");
            requireNonNull(ignores, "ignores is null");
        }

        /** A plan that changes objects and outputs only. */
        public Seen(
                List<ResourceChange> planned,
                int changedOutputs,
                Declarations declarations,
                Optional<IgnoreChanges> ignores) {
            this(planned, changedOutputs, List.of(), declarations, ignores);
        }

        /** Whether an apply would do anything. */
        public boolean changesAnything() {
            return !planned.isEmpty() || changedOutputs > 0 || !sideEffects.isEmpty();
        }
    }
}
