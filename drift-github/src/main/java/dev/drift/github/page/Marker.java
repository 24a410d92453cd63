package dev.drift.github.page;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hidden first line of what Drift writes, by which it finds it again and knows whether it still says the same. It proves
 * nothing: anybody can write it, so the author counts as well.
 *
 * @param kind what is marked: a letter word
 * @param key which of that kind: 16 hexadecimal digits
 * @param state what it says: 16 hexadecimal digits
 */
public record Marker(String kind, String key, String state) {

    private static final Pattern LINE =
            Pattern.compile("\\A\\s*<!-- drift:([a-z]+) key=([0-9a-f]{16}) state=([0-9a-f]{16}) -->");

    public Marker {
        requireNonNull(kind, "kind is null");
        requireNonNull(key, "key is null");
        requireNonNull(state, "state is null");
    }

    /** The marker at the begin of a text, if there is one. */
    public static Optional<Marker> in(String text) {
        Matcher line = LINE.matcher(text);
        return line.find() ? Optional.of(new Marker(line.group(1), line.group(2), line.group(3))) : Optional.empty();
    }

    /** Whether the other marks the same thing, whatever it says. */
    public boolean marksSameAs(Marker other) {
        return kind.equals(other.kind) && key.equals(other.key);
    }

    /** The line itself. */
    @Override
    public String toString() {
        return "<!-- drift:" + kind + " key=" + key + " state=" + state + " -->";
    }
}
