package dev.drift.stack;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;

/**
 * One label of a stack. A tag is a bare word ({@code network}) or carries a key and a value ({@code environment/prod}),
 * divided at the first separator (design 4). Text, key and value are kept as written; comparison is up to the selector.
 */
public record Tag(String text, Optional<String> key, String value) {

    /** What divides key from value unless configured otherwise. */
    public static final String SEPARATORS = "/.";

    public Tag {
        requireNonNull(text, "text is null");
        requireNonNull(key, "key is null");
        requireNonNull(value, "value is null");
    }

    /** The tag that the text writes, divided at the first {@code /} or {@code .}. */
    public static Tag of(String text) {
        return of(text, SEPARATORS);
    }

    /** The tag that the text writes, divided at the first character that is one of the separators. */
    public static Tag of(String text, String separators) {
        for (int at = 1; at < text.length() - 1; at++) {
            if (separators.indexOf(text.charAt(at)) >= 0) {
                return new Tag(text, Optional.of(text.substring(0, at)), text.substring(at + 1));
            }
        }
        return new Tag(text, Optional.empty(), text);
    }

    /** Whether this tag carries the key, in any case of its letters. */
    public boolean hasKey(String name) {
        return key.isPresent() && key.get().equalsIgnoreCase(name);
    }

    /** The tag as a selector writes it: {@code environment:prod}. */
    public String term() {
        return key.map(name -> name + ":" + value).orElse(value).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return text;
    }
}
