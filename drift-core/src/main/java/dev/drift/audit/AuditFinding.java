package dev.drift.audit;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/**
 * Something that is wrong with a trail.
 *
 * @param kind what is wrong
 * @param where {@code file:line}, or the file
 * @param message in one sentence
 */
public record AuditFinding(Kind kind, String where, String message) {

    /** What can be wrong with a trail. */
    public enum Kind {
        /** A line is not what was written. */
        EDITED,
        /** A line follows another one than it says. */
        UNCHAINED,
        /** Lines are missing between others. */
        GAP,
        /** Lines are missing at the end. */
        CUT,
        /** A line stands behind one that it stood before. */
        REORDERED,
        /** A line stands there twice. */
        DUPLICATE,
        /** The last line is not whole: whoever wrote it was stopped. */
        TORN,
        /** A segment does not begin as its name says. */
        MISPLACED,
        /** What says where the trail ends is missing, is not readable, or says something else. */
        HEAD,
        /** What was noted elsewhere is not what the trail says. */
        ANCHOR;

        /** The word for it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public AuditFinding {
        requireNonNull(kind, "kind is null");
        requireNonNull(where, "where is null");
        requireNonNull(message, "message is null");
    }

    @Override
    public String toString() {
        return where + ": " + kind.word() + ": " + message;
    }
}
