package dev.drift.terramate.eval;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a pattern of RE2 piece by piece and writes the same for Java. */
final class Re2Translator {

    private static final String WORD = "[0-9A-Za-z_]";
    private static final Map<Character, String> ESCAPES = Map.of(
            'A',
            "\\A",
            'z',
            "\\z",
            'd',
            "[0-9]",
            'D',
            "[^0-9]",
            's',
            "[\\t\\n\\f\\r ]",
            'S',
            "[^\\t\\n\\f\\r ]",
            'w',
            WORD,
            'W',
            "[^0-9A-Za-z_]",
            'b',
            "(?:(?<=" + WORD + ")(?!" + WORD + ")|(?<!" + WORD + ")(?=" + WORD + "))",
            'B',
            "(?:(?<=" + WORD + ")(?=" + WORD + ")|(?<!" + WORD + ")(?!" + WORD + "))");
    private static final Pattern REPETITION = Pattern.compile("\\{(\\d{1,4})(,(\\d{0,4}))?}");
    private static final Pattern GROUP = Pattern.compile("\\(\\?P?<([A-Za-z_][0-9A-Za-z_]*)>");
    private static final Pattern FLAGS = Pattern.compile("\\(\\?([ims]*)(-[ims]+)?([:)])");

    private final String pattern;
    private final StringBuilder java = new StringBuilder();
    private final List<Optional<String>> groups = new ArrayList<>();
    private final Deque<Boolean> outerMultiline = new ArrayDeque<>();
    private int position;
    private boolean multiline;
    private boolean repeatable;

    Re2Translator(String pattern) {
        this.pattern = pattern;
    }

    List<Optional<String>> groups() {
        return groups;
    }

    String translated() {
        while (position < pattern.length()) {
            char c = pattern.charAt(position);
            switch (c) {
                case '\\' -> escape();
                case '[' -> {
                    Re2Class characters = new Re2Class(pattern, position);
                    atom(characters.translated(), characters.end() - position);
                }
                case '(' -> open();
                case ')' -> close();
                case '*', '+', '?' -> repetition(1);
                case '{' -> braces();
                case '^' -> anchor(multiline ? "(?<![^\\n])" : "\\A");
                case '$' -> anchor(multiline ? "(?![^\\n])" : "\\z");
                case '|' -> anchor("|");
                case '}', ']' -> atom("\\" + c, 1);
                default -> atom(Character.toString(c), 1);
            }
        }
        return java.toString();
    }

    private void atom(String translated, int characters) {
        java.append(translated);
        position += characters;
        repeatable = true;
    }

    private void anchor(String translated) {
        java.append(translated);
        position++;
        repeatable = !translated.equals("|");
    }

    private void open() {
        Matcher group = GROUP.matcher(pattern).region(position, pattern.length());
        Matcher flags = FLAGS.matcher(pattern).region(position, pattern.length());
        if (!pattern.startsWith("(?", position)) {
            group(Optional.empty(), 1);
        } else if (group.lookingAt()) {
            group(Optional.of(group.group(1)), group.end() - position);
        } else if (flags.lookingAt()) {
            flags(flags);
        } else {
            throw Refusal.limit("the pattern uses a kind of group that is not understood here");
        }
        repeatable = false;
    }

    private void group(Optional<String> name, int characters) {
        if (name.isPresent() && groups.contains(name)) {
            throw new Refusal("two groups of the pattern have the same name");
        }
        groups.add(name);
        java.append('(');
        position += characters;
        outerMultiline.push(multiline);
    }

    private void flags(Matcher flags) {
        boolean group = flags.group(3).equals(":");
        if (group) {
            outerMultiline.push(multiline);
        }
        String on = flags.group(1);
        String off = flags.group(2) == null ? "" : flags.group(2);
        multiline = (multiline || on.contains("m")) && !off.contains("m");
        String same = on.replace("m", "") + off.replace("m", "");
        String unicode = same.replace("i", "iu");
        java.append("(?").append(unicode.equals("-") ? "" : unicode).append(flags.group(3));
        position = flags.end();
    }

    private void close() {
        if (outerMultiline.isEmpty()) {
            throw Refusal.limit("the pattern closes a group that is not open");
        }
        multiline = outerMultiline.pop();
        atom(")", 1);
    }

    private void repetition(int characters) {
        if (!repeatable) {
            throw Refusal.limit("the pattern repeats nothing, or a repetition");
        }
        java.append(pattern, position, position + characters);
        position += characters;
        if (position < pattern.length() && pattern.charAt(position) == '?') {
            java.append('?');
            position++;
        }
        repeatable = false;
    }

    private void braces() {
        Matcher repetition = REPETITION.matcher(pattern).region(position, pattern.length());
        if (!repetition.lookingAt()) {
            atom("\\{", 1);
            return;
        }
        boolean tooOften = Integer.parseInt(repetition.group(1)) > 1_000
                || (repetition.group(3) != null
                        && !repetition.group(3).isEmpty()
                        && Integer.parseInt(repetition.group(3)) > 1_000);
        if (tooOften) {
            throw Refusal.limit("the pattern repeats something more than 1000 times");
        }
        repetition(repetition.end() - position);
    }

    private void escape() {
        char c = position + 1 < pattern.length() ? pattern.charAt(position + 1) : '\0';
        String translated = ESCAPES.get(c);
        if (translated != null) {
            atom(translated, 2);
        } else if (c == 'Q') {
            quotation();
        } else {
            Re2Class.Escape escape = Re2Class.escape(pattern, position);
            atom(escape.java(), escape.length());
        }
    }

    private void quotation() {
        int end = pattern.indexOf("\\E", position);
        int stop = end < 0 ? pattern.length() : end;
        String literal = pattern.substring(position + 2, stop);
        literal.codePoints().forEach(codePoint -> java.append(Re2Class.literal(codePoint)));
        position = Math.min(pattern.length(), stop + 2);
        repeatable = repeatable || !literal.isEmpty();
    }
}
