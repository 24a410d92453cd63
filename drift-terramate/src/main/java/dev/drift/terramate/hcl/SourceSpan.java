package dev.drift.terramate.hcl;

import java.util.Objects;

/**
 * A stretch of a source file. Prints as {@code file:line:column} of its beginning.
 *
 * @param file where it stands
 * @param start the first character, counted from 0 in UTF-16 units
 * @param end behind the last character, not before {@code start}
 */
public record SourceSpan(SourceFile file, int start, int end) {

    public SourceSpan {
        Objects.requireNonNull(file, "file is null");
        if (start < 0 || end < start || end > file.text().length()) {
            throw new IllegalArgumentException("No such span: " + start + " to " + end);
        }
    }

    /** The line of the beginning, from 1. */
    public int line() {
        return file.lineAt(start);
    }

    /** The column of the beginning, from 1, counted in code points. */
    public int column() {
        return file.columnAt(start);
    }

    /** The line behind the end, from 1. */
    public int endLine() {
        return file.lineAt(end);
    }

    /** The column behind the end, from 1, counted in code points. */
    public int endColumn() {
        return file.columnAt(end);
    }

    /** The characters of the file, exactly as written. */
    public String text() {
        return file.text().substring(start, end);
    }

    /** From the beginning of this span to the end of a later one of the same file. */
    public SourceSpan through(SourceSpan last) {
        return new SourceSpan(file, start, last.end);
    }

    @Override
    public String toString() {
        return file.name() + ":" + line() + ":" + column();
    }
}
