package dev.drift.detection;

import static java.util.Objects.requireNonNull;

import dev.drift.diagnosis.StackOutcome;
import dev.drift.stack.Stack;
import java.time.Duration;
import java.util.Optional;

/**
 * One stack, looked at and judged.
 *
 * @param stack which stack
 * @param outcome what came of it
 * @param engine the engine that looked, with the manner its lease names, such as {@code plan} or {@code plan/shared}
 * @param duration how long it took, judging included
 * @param note what a reader should know of how it was looked at and judged, such as why an engine was left for a plainer one or
 *     which waiver is over
 */
public record StackCheck(Stack stack, StackOutcome outcome, String engine, Duration duration, Optional<String> note) {

    /** The engine of a look that read the objects and nothing else. */
    static final String UNPLANNED = "live/unplanned";

    public StackCheck {
        requireNonNull(stack, "stack is null");
        requireNonNull(outcome, "outcome is null");
        requireNonNull(engine, "engine is null");
        requireNonNull(duration, "duration is null");
        requireNonNull(note, "note is null");
    }

    /** Whether nobody asked what the code wants: that nothing is pending says nothing then. */
    public boolean isUnplanned() {
        return engine.equals(UNPLANNED);
    }
}
