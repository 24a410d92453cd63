package dev.drift.value;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one text by recursive descent; the bound on depth keeps the stack of the thread safe. */
final class JsonReader {

    private static final char END = '\uffff';

    private final String text;
    private int at;
    private int depth;

    JsonReader(String text) {
        this.text = text;
    }

    Value read() {
        if (text.length() > Json.LONGEST) {
            throw new JsonException("Text is longer than " + Json.LONGEST + " characters", 1, 1);
        }
        skipSpace();
        Value value = value();
        skipSpace();
        if (at < text.length()) {
            throw wrong("Text goes on behind its value");
        }
        return value;
    }

    private Value value() {
        char here = here();
        if (here == '{') {
            return object();
        }
        if (here == '[') {
            return list();
        }
        if (here == '"') {
            return Value.of(string());
        }
        if (here == '-' || isDigit(here)) {
            return number();
        }
        return word();
    }

    private Value object() {
        descend();
        Map<String, Value> fields = new LinkedHashMap<>();
        if (!isNext('}')) {
            do {
                skipSpace();
                int start = at;
                String name = string();
                expect(':');
                skipSpace();
                if (fields.put(name, value()) != null) {
                    throw wrong("Field is written twice", start);
                }
            } while (isNext(','));
            expect('}');
        }
        depth--;
        return Value.of(fields);
    }

    private Value list() {
        descend();
        List<Value> items = new ArrayList<>();
        if (!isNext(']')) {
            do {
                skipSpace();
                items.add(value());
            } while (isNext(','));
            expect(']');
        }
        depth--;
        return Value.of(items);
    }

    private void descend() {
        if (++depth > Json.DEEPEST) {
            throw wrong("Lists and objects lie more than " + Json.DEEPEST + " deep inside each other");
        }
        at++;
    }

    private String string() {
        if (here() != '"') {
            throw wrong("Expected a string");
        }
        int start = ++at;
        while (at < text.length()) {
            char here = text.charAt(at);
            if (here == '"') {
                return text.substring(start, at++);
            }
            if (here == '\\') {
                return escapedString(start);
            }
            refuseControl(here);
            at++;
        }
        throw wrong("String has no end", start - 1);
    }

    private String escapedString(int start) {
        StringBuilder string = new StringBuilder(text.substring(start, at));
        while (at < text.length()) {
            char here = text.charAt(at++);
            if (here == '"') {
                return string.toString();
            }
            if (here == '\\') {
                string.append(escape());
            } else {
                at--;
                refuseControl(here);
                at++;
                string.append(here);
            }
        }
        throw wrong("String has no end", start - 1);
    }

    private char escape() {
        char here = here();
        int known = "\"\\/bfnrt".indexOf(here);
        if (known >= 0) {
            at++;
            return "\"\\/\b\f\n\r\t".charAt(known);
        }
        if (here != 'u') {
            throw wrong("Unknown escape");
        }
        at++;
        int unit = 0;
        for (int digit = 0; digit < 4; digit++) {
            int value = here() < 128 ? Character.digit(here(), 16) : -1;
            if (value < 0) {
                throw wrong("Expected four hexadecimal digits");
            }
            unit = unit << 4 | value;
            at++;
        }
        return (char) unit;
    }

    private void refuseControl(char here) {
        if (here < ' ') {
            throw wrong("Control character in a string must be escaped");
        }
    }

    private Value number() {
        int start = at;
        at += here() == '-' ? 1 : 0;
        if (here() == '0') {
            at++;
        } else {
            digits();
        }
        if (here() == '.') {
            at++;
            digits();
        }
        if (here() == 'e' || here() == 'E') {
            at++;
            at += here() == '+' || here() == '-' ? 1 : 0;
            digits();
        }
        if (at - start > Json.LONGEST_NUMBER) {
            throw wrong("Number is longer than " + Json.LONGEST_NUMBER + " characters", start);
        }
        try {
            return new Value.Decimal(new BigDecimal(text.substring(start, at)));
        } catch (ArithmeticException | NumberFormatException beyond) {
            throw wrong("Number is beyond every bound", start);
        }
    }

    private void digits() {
        if (!isDigit(here())) {
            throw wrong("Expected a digit");
        }
        while (isDigit(here())) {
            at++;
        }
    }

    private Value word() {
        if (take("null")) {
            return Value.ofNull();
        }
        if (take("true")) {
            return Value.of(true);
        }
        if (take("false")) {
            return Value.of(false);
        }
        throw wrong(at < text.length() ? "Expected a value" : "Text ends where a value is expected");
    }

    private boolean take(String word) {
        if (!text.startsWith(word, at)) {
            return false;
        }
        at += word.length();
        return true;
    }

    private boolean isNext(char wanted) {
        skipSpace();
        if (here() != wanted || at >= text.length()) {
            return false;
        }
        at++;
        return true;
    }

    private void expect(char wanted) {
        if (!isNext(wanted)) {
            throw wrong(
                    at < text.length() ? "Expected '" + wanted + "'" : "Text ends where '" + wanted + "' is expected");
        }
    }

    private void skipSpace() {
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
    }

    /** Past the end stands a character that no rule asks for. */
    private char here() {
        return at < text.length() ? text.charAt(at) : END;
    }

    private static boolean isSpace(char here) {
        return here == ' ' || here == '\n' || here == '\r' || here == '\t';
    }

    private static boolean isDigit(char here) {
        return here >= '0' && here <= '9';
    }

    private JsonException wrong(String message) {
        return wrong(message, at);
    }

    private JsonException wrong(String message, int place) {
        int line = 1 + (int) text.chars().limit(place).filter(c -> c == '\n').count();
        return new JsonException(message, line, place - text.lastIndexOf('\n', place - 1));
    }
}
