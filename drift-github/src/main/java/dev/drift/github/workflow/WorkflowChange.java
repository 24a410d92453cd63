package dev.drift.github.workflow;

import static java.util.Objects.requireNonNull;

/**
 * A file that is not as the estate wants it.
 *
 * @param file its name
 * @param kind in what way
 * @param difference the lines that go and come, as {@code diff -u} shows them; ends with a line break unless it is empty
 */
public record WorkflowChange(String file, Kind kind, String difference) {

    /** In what way a file is not as it should be. */
    public enum Kind {
        /** It is not there. */
        MISSING,
        /** It says something else. */
        DIFFERENT,
        /** It was generated, and nothing wants it any more. */
        LEFT_OVER,
        /** Somebody else wrote it, so it is not touched. */
        FOREIGN
    }

    public WorkflowChange {
        requireNonNull(file, "file is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(difference, "difference is null");
    }
}
