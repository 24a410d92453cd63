package dev.drift.value;

/** Reads what {@link ValuePath#toString()} writes. */
final class PathReader {

    private final String text;
    private int at;

    PathReader(String text) {
        this.text = text;
    }

    ValuePath read() {
        ValuePath path = ValuePath.ROOT;
        while (at < text.length()) {
            path = text.charAt(at) == '[' ? bracketed(path) : path.field(name(path));
        }
        return path;
    }

    private String name(ValuePath before) {
        if (!before.steps().isEmpty()) {
            skip('.');
        }
        int start = at;
        while (at < text.length() && text.charAt(at) != '.' && text.charAt(at) != '[') {
            at++;
        }
        String name = text.substring(start, at);
        if (!ValuePath.Field.isPlain(name)) {
            throw noPath();
        }
        return name;
    }

    private ValuePath bracketed(ValuePath before) {
        skip('[');
        ValuePath path;
        if (here() == '"') {
            path = before.field(quoted());
        } else if (here() == '*') {
            skip('*');
            path = before.element();
        } else {
            path = before.index(position());
        }
        skip(']');
        return path;
    }

    private String quoted() {
        skip('"');
        StringBuilder name = new StringBuilder();
        while (here() != '"') {
            at += here() == '\\' ? 1 : 0;
            name.append(here());
            at++;
        }
        skip('"');
        return name.toString();
    }

    private int position() {
        int end = text.indexOf(']', at);
        if (end < 0) {
            throw noPath();
        }
        String digits = text.substring(at, end);
        if (!digits.matches("0|[1-9][0-9]{0,8}")) {
            throw noPath();
        }
        at = end;
        return Integer.parseInt(digits);
    }

    private void skip(char wanted) {
        if (here() != wanted) {
            throw noPath();
        }
        at++;
    }

    private char here() {
        if (at >= text.length()) {
            throw noPath();
        }
        return text.charAt(at);
    }

    private IllegalArgumentException noPath() {
        return new IllegalArgumentException("Path is not written as fields, [positions] and [\"names\"]: " + text);
    }
}
