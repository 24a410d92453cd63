package dev.drift.detection;

import dev.drift.diagnosis.StackOutcome;
import java.util.Optional;

/**
 * What came of looking at a stack.
 *
 * @param outcome the judgement
 * @param engine the engine that looked, with the manner it looked in, such as {@code plan/shared}
 * @param note what a reader should know of how it was looked at and judged
 */
record Examined(StackOutcome outcome, String engine, Optional<String> note) {

    /** With something more to know. */
    Examined noting(String more) {
        return new Examined(
                outcome,
                engine,
                Optional.of(note.map(said -> said + "; " + more).orElse(more)));
    }
}
