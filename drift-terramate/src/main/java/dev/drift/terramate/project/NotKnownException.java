package dev.drift.terramate.project;

import dev.drift.terramate.hcl.SourceSpan;

/** An expression has no value that could be known; the message follows the name of what it was to be. */
final class NotKnownException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int EXCERPT = 60;

    NotKnownException(String message) {
        super(message);
    }

    /** The expression as written, in one line and not too long. */
    static String excerpt(SourceSpan span) {
        String text = span.text().strip().replaceAll("\\s+", " ");
        return text.length() <= EXCERPT ? text : text.substring(0, EXCERPT) + "…";
    }
}
