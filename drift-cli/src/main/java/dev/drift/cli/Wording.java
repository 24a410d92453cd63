package dev.drift.cli;

import dev.drift.detection.StackCheck;
import dev.drift.diagnosis.StackOutcome;

/** What progress calls a stack that is done. */
enum Wording {
    /** By its outcome. */
    DETECTION("in sync") {
        @Override
        String of(StackCheck check) {
            return check.outcome().fold(inSync -> "in sync", drifted -> "drifted", unknown -> "unknown");
        }
    },
    /** By whether it could be planned. */
    PREVIEW("planned") {
        @Override
        String of(StackCheck check) {
            return check.outcome() instanceof StackOutcome.Unknown unknown && !unknown.isNeverApplied()
                    ? "not planned"
                    : "planned";
        }
    };

    private final String usual;

    Wording(String usual) {
        this.usual = usual;
    }

    /** What became of the stack. */
    abstract String of(StackCheck check);

    /** Whether a word is the one that nobody needs to hear. */
    boolean isUsual(String word) {
        return usual.equals(word);
    }
}
