package dev.drift.terramate.plan;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.drift.value.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds the value a parser stands at. */
final class ValueReader {

    private static final char REPLACEMENT = '\uFFFD';

    private ValueReader() {}

    /** The value at the current token; the parser is left at its last token. */
    static Value read(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> Value.of(fields(parser));
            case START_ARRAY -> Value.of(items(parser));
            case VALUE_STRING -> Value.of(text(parser));
            case VALUE_NUMBER_INT -> whole(parser);
            case VALUE_NUMBER_FLOAT -> new Value.Decimal(parser.getDecimalValue());
            case VALUE_TRUE -> Value.of(true);
            case VALUE_FALSE -> Value.of(false);
            default -> Value.ofNull();
        };
    }

    /** The fields of the object at the current token; none if it is no object. */
    static Map<String, Value> fields(JsonParser parser) throws IOException {
        Map<String, Value> fields = new LinkedHashMap<>();
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return fields;
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            if (fields.put(name, read(parser)) != null) {
                throw PlanDefect.twice(parser, name);
            }
        }
        return fields;
    }

    /** The text at the current token; half a surrogate pair, which no file can hold, becomes the replacement character. */
    static String text(JsonParser parser) throws IOException {
        String text = parser.getText();
        for (int at = 0; at < text.length(); at++) {
            if (Character.isSurrogate(text.charAt(at))) {
                return wellFormed(text);
            }
        }
        return text;
    }

    private static List<Value> items(JsonParser parser) throws IOException {
        List<Value> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(read(parser));
        }
        return items;
    }

    private static Value whole(JsonParser parser) throws IOException {
        return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                ? new Value.Decimal(parser.getDecimalValue())
                : Value.of(parser.getLongValue());
    }

    private static String wellFormed(String text) {
        StringBuilder mended = new StringBuilder(text.length());
        text.codePoints()
                .map(point ->
                        point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? REPLACEMENT : point)
                .forEach(mended::appendCodePoint);
        return mended.toString();
    }
}
