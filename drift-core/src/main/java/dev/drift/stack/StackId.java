package dev.drift.stack;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The identity of a stack that survives moves: 1 to 64 letters, digits, {@code _} and {@code -}. Ids that differ only in
 * case name the same stack; the spelling of the code is kept for printing.
 */
public record StackId(String value) {

    private static final Pattern GRAMMAR = Pattern.compile("[a-zA-Z0-9_-]{1,64}");

    public StackId {
        requireNonNull(value, "value is null");
        if (!GRAMMAR.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "Stack id must be 1 to 64 letters, digits, '_' or '-': \"" + value + "\"");
        }
    }

    /** The id that the text writes. */
    public static StackId of(String value) {
        return new StackId(value);
    }

    /** The form in which two spellings of one id are equal. */
    public String folded() {
        return value.toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StackId id && id.folded().equals(folded());
    }

    @Override
    public int hashCode() {
        return folded().hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
