package dev.drift.preview;

import java.util.Locale;

/**
 * Where a planned change comes from. Declared from what a reviewer must see to what is only mentioned; a planned object carries
 * the first mark that any of its fields has.
 */
public enum ChangeMark {
    /**
     * Somebody changed the live object since the last apply, and applying takes that away though it is not the way back: the code
     * wants a third value, or the object itself goes, be the field ignored, undeclared or neither.
     */
    OVERWRITES_LIVE_CHANGE,
    /** The code asks for it, and nothing says that it did so before this change. */
    FROM_THIS_CHANGE,
    /** The code asked for the very same before this change already, as the report on its base says. */
    PENDING_BEFORE,
    /** The live object drifted; applying only puts back what was applied last, whether this change is merged or not. */
    ALREADY_DRIFTED;

    /** The word for it in JSON: {@code from_this_change}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The words for it before people: {@code from this change}. */
    public String words() {
        return switch (this) {
            case OVERWRITES_LIVE_CHANGE -> "overwrites a live change";
            case FROM_THIS_CHANGE -> "from this change";
            case PENDING_BEFORE -> "pending before";
            case ALREADY_DRIFTED -> "already drifted";
        };
    }

    /** The more important of the two. */
    public ChangeMark or(ChangeMark other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
