package dev.drift.terramate.eval;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A character class in brackets, and the escapes that classes share with the rest of a pattern. */
final class Re2Class {

    private static final Map<Character, String> CONTENT = Map.of(
            'd', "0-9",
            'D', "[^0-9]",
            's', "\\t\\n\\f\\r ",
            'S', "[^\\t\\n\\f\\r ]",
            'w', "0-9A-Za-z_",
            'W', "[^0-9A-Za-z_]");
    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("alnum", "0-9A-Za-z"),
            Map.entry("alpha", "A-Za-z"),
            Map.entry("ascii", "\\x00-\\x7F"),
            Map.entry("blank", "\\t "),
            Map.entry("cntrl", "\\x00-\\x1F\\x7F"),
            Map.entry("digit", "0-9"),
            Map.entry("graph", "!-~"),
            Map.entry("lower", "a-z"),
            Map.entry("print", " -~"),
            Map.entry("punct", "!-/:-@\\[-`{-~"),
            Map.entry("space", "\\t\\n\\x0B\\f\\r "),
            Map.entry("upper", "A-Z"),
            Map.entry("word", "0-9A-Za-z_"),
            Map.entry("xdigit", "0-9A-Fa-f"));
    private static final Map<Character, String> CONTROLS =
            Map.of('a', "\\x07", 'f', "\\f", 't', "\\t", 'n', "\\n", 'r', "\\r", 'v', "\\x0B");
    private static final Pattern NAME = Pattern.compile("\\[:(\\^?)([a-z]+):]");
    private static final Pattern CATEGORY = Pattern.compile("\\\\[pP](\\{\\^?[A-Z][a-z]?}|[A-Z])");
    private static final Pattern HEXADECIMAL = Pattern.compile("\\\\x([0-9A-Fa-f]{2}|\\{[0-9A-Fa-f]{1,6}})");

    private final String pattern;
    private int position;

    Re2Class(String pattern, int start) {
        this.pattern = pattern;
        this.position = start;
    }

    int end() {
        return position;
    }

    String translated() {
        StringBuilder java = new StringBuilder("[");
        position++;
        if (at('^')) {
            java.append('^');
            position++;
        }
        boolean first = true;
        while (first || !at(']')) {
            if (position >= pattern.length()) {
                throw Refusal.limit("the pattern has a class that is not closed");
            }
            java.append(element());
            first = false;
        }
        position++;
        return java.append(']').toString();
    }

    private boolean at(char c) {
        return position < pattern.length() && pattern.charAt(position) == c;
    }

    private String element() {
        Matcher name = NAME.matcher(pattern).region(position, pattern.length());
        if (name.lookingAt()) {
            String content = NAMED.get(name.group(2));
            if (content == null) {
                throw Refusal.limit("the pattern names a class that is not understood here");
            }
            position = name.end();
            return name.group(1).isEmpty() ? content : "[^" + content + "]";
        }
        if (at('-')) {
            position++;
            return "\\-";
        }
        String low = single();
        if (at('-') && position + 1 < pattern.length() && pattern.charAt(position + 1) != ']') {
            position++;
            return low + "-" + single();
        }
        return low;
    }

    private String single() {
        char c = pattern.charAt(position);
        char next = position + 1 < pattern.length() ? pattern.charAt(position + 1) : '\0';
        String content = c == '\\' ? CONTENT.get(next) : null;
        if (content != null) {
            position += 2;
            return content;
        }
        if (c == '\\') {
            Escape escape = escape(pattern, position);
            position += escape.length();
            return escape.java();
        }
        int codePoint = pattern.codePointAt(position);
        position += Character.charCount(codePoint);
        return literal(codePoint);
    }

    /** What an escape says in Java, and how long it was. */
    record Escape(String java, int length) {}

    /** An escape that means one character, or a category of Unicode. */
    static Escape escape(String pattern, int position) {
        Matcher category = CATEGORY.matcher(pattern).region(position, pattern.length());
        if (category.lookingAt()) {
            return new Escape(category(category.group()), category.end() - position);
        }
        Matcher hexadecimal = HEXADECIMAL.matcher(pattern).region(position, pattern.length());
        if (hexadecimal.lookingAt()) {
            String digits = hexadecimal.group(1).replace("{", "").replace("}", "");
            int codePoint = Integer.parseInt(digits, 16);
            if (!Character.isValidCodePoint(codePoint)) {
                throw Refusal.limit("the pattern names a character that does not exist");
            }
            return new Escape(literal(codePoint), hexadecimal.end() - position);
        }
        char c = position + 1 < pattern.length() ? pattern.charAt(position + 1) : '\0';
        String control = CONTROLS.get(c);
        if (control != null) {
            return new Escape(control, 2);
        }
        if (c == '\0' || c >= 128 || Character.isLetterOrDigit(c)) {
            throw Refusal.limit("the pattern uses an escape that is not understood here");
        }
        return new Escape(literal(c), 2);
    }

    private static String category(String escape) {
        boolean negated = escape.charAt(1) == 'P' ^ escape.indexOf('^') >= 0;
        return (negated ? "\\P{" : "\\p{") + escape.substring(2).replaceAll("[{}^]", "") + "}";
    }

    static String literal(int codePoint) {
        boolean plain = codePoint >= 128 || Character.isLetterOrDigit(codePoint) || codePoint == '_';
        return plain || codePoint < '!' ? Character.toString(codePoint) : "\\" + Character.toString(codePoint);
    }
}
