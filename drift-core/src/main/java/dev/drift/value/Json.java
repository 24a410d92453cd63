package dev.drift.value;

import java.util.Map;
import java.util.TreeMap;

/**
 * The one JSON codec of reports, policies and the audit trail. It reads RFC 8259 and nothing more: no comments, no trailing
 * commas, no duplicate fields, one value per text. It writes the same bytes for the same value, fields in their order.
 * What is written is printable and valid Unicode: control characters are escaped, and half a surrogate pair, which no UTF-8 can
 * hold, becomes U+FFFD.
 *
 * <p>JSON has no word for a value that is not known or must not be shown: both are written as the texts that they print as,
 * {@value #UNKNOWN} and {@value #REDACTED}, and read back as texts.
 */
public final class Json {

    /** How {@link Value#unknown()} is written. */
    public static final String UNKNOWN = "(unknown)";

    /** How {@link Value#redacted()} is written. */
    public static final String REDACTED = "[redacted]";

    /** How many lists and objects may lie inside each other. */
    public static final int DEEPEST = 256;

    /** How many characters a text may have. */
    public static final int LONGEST = 256 * 1024 * 1024;

    /** How many characters a number may have: the work to read one grows faster than its length. */
    public static final int LONGEST_NUMBER = 1024;

    private Json() {}

    /**
     * The value that the text writes.
     *
     * @throws JsonException if the text is not exactly one JSON value within the bounds of this codec
     */
    public static Value read(String text) {
        return new JsonReader(text).read();
    }

    /** The value without any space. */
    public static String write(Value value) {
        return JsonWriter.compact().write(value);
    }

    /** The value without any space and with the fields of every object sorted: equal values have equal texts. */
    public static String writeSorted(Value value) {
        return write(sorted(value));
    }

    /** The value with a line for every field and item, two spaces deeper per level, without a line end at its end. */
    public static String writePretty(Value value) {
        return JsonWriter.pretty().write(value);
    }

    private static Value sorted(Value value) {
        if (value instanceof Value.Fields fields) {
            Map<String, Value> sorted = new TreeMap<>();
            fields.values().forEach((name, field) -> sorted.put(name, sorted(field)));
            return Value.of(sorted);
        }
        return value instanceof Value.Items items
                ? Value.of(items.values().stream().map(Json::sorted).toList())
                : value;
    }
}
