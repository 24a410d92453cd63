package dev.drift.value;

import java.util.Iterator;
import java.util.Map;

/** Writes values. Escapes whatever a terminal or a script element could make something else of. */
final class JsonWriter {

    private static final String HEX = "0123456789abcdef";

    /** Stands for half a character, which several JSON readers refuse together with the whole text. */
    private static final char REPLACEMENT = '\ufffd';

    private final StringBuilder out = new StringBuilder();
    private final boolean pretty;
    private int depth;

    private JsonWriter(boolean pretty) {
        this.pretty = pretty;
    }

    static JsonWriter compact() {
        return new JsonWriter(false);
    }

    static JsonWriter pretty() {
        return new JsonWriter(true);
    }

    String write(Value value) {
        append(value);
        return out.toString();
    }

    private void append(Value value) {
        if (value instanceof Value.Text text) {
            quote(text.value());
        } else if (value instanceof Value.Fields fields) {
            appendFields(fields.values());
        } else if (value instanceof Value.Items items) {
            appendItems(items.values());
        } else if (value.equals(Value.unknown())) {
            quote(Json.UNKNOWN);
        } else if (value.equals(Value.redacted())) {
            quote(Json.REDACTED);
        } else {
            out.append(value);
        }
    }

    private void appendFields(Map<String, Value> fields) {
        if (fields.isEmpty()) {
            out.append("{}");
            return;
        }
        open('{');
        for (Iterator<Map.Entry<String, Value>> rest = fields.entrySet().iterator(); rest.hasNext(); ) {
            Map.Entry<String, Value> field = rest.next();
            quote(field.getKey());
            out.append(pretty ? ": " : ":");
            append(field.getValue());
            separate(rest.hasNext());
        }
        close('}');
    }

    private void appendItems(Iterable<Value> items) {
        Iterator<Value> rest = items.iterator();
        if (!rest.hasNext()) {
            out.append("[]");
            return;
        }
        open('[');
        while (rest.hasNext()) {
            append(rest.next());
            separate(rest.hasNext());
        }
        close(']');
    }

    private void open(char bracket) {
        out.append(bracket);
        depth++;
        newLine();
    }

    private void separate(boolean more) {
        if (more) {
            out.append(',');
            newLine();
        }
    }

    private void close(char bracket) {
        depth--;
        newLine();
        out.append(bracket);
    }

    private void newLine() {
        if (pretty) {
            out.append('\n').append("  ".repeat(depth));
        }
    }

    private void quote(String text) {
        out.append('"');
        for (int at = 0; at < text.length(); at++) {
            char here = text.charAt(at);
            if (isPlain(here)) {
                out.append(here);
            } else if (here == '"' || here == '\\') {
                out.append('\\').append(here);
            } else if (here == '\n') {
                out.append("\\n");
            } else if (here == '\t') {
                out.append("\\t");
            } else if (here == '\r') {
                out.append("\\r");
            } else if (Character.isHighSurrogate(here)
                    && at + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(at + 1))) {
                out.append(here).append(text.charAt(++at));
            } else if (Character.isSurrogate(here)) {
                out.append(REPLACEMENT);
            } else if (isHarmless(here)) {
                out.append(here);
            } else {
                escape(here);
            }
        }
        out.append('"');
    }

    /** Nearly every character is; asked first. */
    private static boolean isPlain(char here) {
        return here >= ' ' && here <= '~' && here != '"' && here != '\\';
    }

    private static boolean isHarmless(char here) {
        return !Character.isISOControl(here) && here != '\u2028' && here != '\u2029';
    }

    private void escape(char here) {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(HEX.charAt(here >> shift & 0xf));
        }
    }
}
