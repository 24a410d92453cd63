package dev.drift.terramate.eval;

/** JSON as Terraform encodes it: keys in order, no spaces, and the signs that mean something in HTML escaped. */
final class JsonText {

    private final StringBuilder text = new StringBuilder();

    private JsonText() {}

    static String of(HclValue value) {
        JsonText json = new JsonText();
        json.append(value);
        return json.text.toString();
    }

    private void append(HclValue value) {
        if (value instanceof HclValue.Text string) {
            quote(string.value());
        } else if (value instanceof HclValue.Decimal || value instanceof HclValue.Bool) {
            text.append(Conversion.toText(value));
        } else if (value instanceof HclValue.Sequence sequence) {
            text.append('[');
            String separator = "";
            for (HclValue item : sequence.items()) {
                text.append(separator);
                append(item);
                separator = ",";
            }
            text.append(']');
        } else if (value instanceof HclValue.Mapping mapping) {
            appendObject(mapping);
        } else {
            text.append("null");
        }
    }

    private void appendObject(HclValue.Mapping mapping) {
        text.append('{');
        String separator = "";
        for (var entry : mapping.entries().entrySet()) {
            text.append(separator);
            quote(entry.getKey());
            text.append(':');
            append(entry.getValue());
            separator = ",";
        }
        text.append('}');
    }

    private void quote(String string) {
        text.append('"');
        string.chars().forEach(c -> quote((char) c));
        text.append('"');
    }

    private void quote(char c) {
        switch (c) {
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            case '\b' -> text.append("\\b");
            case '\f' -> text.append("\\f");
            default -> {
                if (c < ' ' || c == '<' || c == '>' || c == '&' || c == '\u2028' || c == '\u2029') {
                    text.append(String.format("\\u%04x", (int) c));
                } else {
                    text.append(c);
                }
            }
        }
    }
}
