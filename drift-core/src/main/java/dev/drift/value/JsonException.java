package dev.drift.value;

/** A text is not the JSON this project reads. The message ends with line and column and quotes nothing of the text. */
public final class JsonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String problem;
    private final int line;
    private final int column;

    /** What is wrong at a place; lines and columns are counted from 1, columns in characters. */
    public JsonException(String message, int line, int column) {
        super(message + " at " + line + ":" + column);
        this.problem = message;
        this.line = line;
        this.column = column;
    }

    /** What is wrong, without the place. */
    public String problem() {
        return problem;
    }

    /** The line, counted from 1. */
    public int line() {
        return line;
    }

    /** The column, counted from 1. */
    public int column() {
        return column;
    }
}
