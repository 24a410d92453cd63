package dev.drift.terramate.eval;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Functions that make text of text. */
final class TextFunctions {

    private static final int WIDEST_INDENT = 1_000;

    private TextFunctions() {}

    static List<HclFunction> all() {
        return List.of(
                text("tm_lower", 1, a -> mapped(a.text(0), Character::toLowerCase)),
                text("tm_upper", 1, a -> mapped(a.text(0), Character::toUpperCase)),
                text("tm_title", 1, a -> title(a.text(0))),
                text("tm_trimspace", 1, a -> trimmed(a.text(0), TextFunctions::isSpace)),
                text("tm_trim", 2, a -> trimmed(a.text(0), oneOf(a.text(1)))),
                text("tm_trimprefix", 2, a -> withoutPrefix(a.text(0), a.text(1))),
                text("tm_trimsuffix", 2, a -> withoutSuffix(a.text(0), a.text(1))),
                text("tm_chomp", 1, a -> chomp(a.text(0))),
                text("tm_indent", 2, a -> indented(a.text(1), a.integer(0))),
                text("tm_strrev", 1, a -> reversed(a.text(0))),
                text("tm_substr", 3, a -> substring(a.text(0), a.integer(1), a.integer(2))),
                HclFunction.atLeast("tm_join", 2, TextFunctions::join),
                HclFunction.of("tm_split", 2, a -> split(a.text(0), a.text(1))),
                HclFunction.of("tm_startswith", 2, a -> HclValue.of(a.text(0).startsWith(a.text(1)))),
                HclFunction.of("tm_endswith", 2, a -> HclValue.of(a.text(0).endsWith(a.text(1)))),
                HclFunction.of("tm_strcontains", 2, a -> HclValue.of(a.text(0).contains(a.text(1)))));
    }

    /** A body that yields text. */
    private interface Composition {
        String of(Arguments arguments);
    }

    private static HclFunction text(String name, int arguments, Composition composition) {
        return HclFunction.of(name, arguments, a -> HclValue.of(composition.of(a)));
    }

    private static String mapped(String text, IntUnaryOperator mapping) {
        return text.codePoints()
                .map(mapping)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String title(String text) {
        StringBuilder title = new StringBuilder(text.length());
        int before = ' ';
        for (int codePoint : text.codePoints().toArray()) {
            title.appendCodePoint(separates(before) ? Character.toTitleCase(codePoint) : codePoint);
            before = codePoint;
        }
        return title.toString();
    }

    private static boolean separates(int codePoint) {
        if (codePoint == '_' || Character.isLetterOrDigit(codePoint)) {
            return false;
        }
        return codePoint < 128 || isSpace(codePoint);
    }

    private static boolean isSpace(int codePoint) {
        return codePoint == ' '
                || (codePoint >= '\t' && codePoint <= '\r')
                || codePoint == 0x85
                || Character.isSpaceChar(codePoint);
    }

    private static IntPredicate oneOf(String characters) {
        Set<Integer> wanted = characters.codePoints().boxed().collect(Collectors.toSet());
        return wanted::contains;
    }

    private static String trimmed(String text, IntPredicate unwanted) {
        int[] codePoints = text.codePoints().toArray();
        int start = 0;
        int end = codePoints.length;
        while (start < end && unwanted.test(codePoints[start])) {
            start++;
        }
        while (end > start && unwanted.test(codePoints[end - 1])) {
            end--;
        }
        return new String(codePoints, start, end - start);
    }

    private static String withoutPrefix(String text, String prefix) {
        return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
    }

    private static String withoutSuffix(String text, String suffix) {
        return text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text;
    }

    private static String chomp(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(0, end);
    }

    private static String indented(String text, int spaces) {
        if (spaces < 0 || spaces > WIDEST_INDENT) {
            throw Refusal.limit("an indentation is between 0 and " + WIDEST_INDENT + " spaces");
        }
        long lines = text.chars().filter(c -> c == '\n').count();
        Budget.checkLength(text.length() + lines * spaces);
        return text.replace("\n", "\n" + " ".repeat(spaces));
    }

    private static String reversed(String text) {
        List<String> graphemes = Graphemes.of(text);
        Collections.reverse(graphemes);
        return String.join("", graphemes);
    }

    /** A negative offset counts from the end, a negative length means all the rest. */
    private static String substring(String text, int offset, int length) {
        List<String> graphemes = Graphemes.of(text);
        int size = graphemes.size();
        int start = offset < 0 ? Math.max(0, size + offset) : Math.min(offset, size);
        int end = length < 0 ? size : (int) Math.min(size, (long) start + length);
        return String.join("", graphemes.subList(start, end));
    }

    private static HclValue join(Arguments arguments) {
        List<String> pieces = new ArrayList<>();
        for (int i = 1; i < arguments.count(); i++) {
            pieces.addAll(arguments.texts(i));
        }
        String separator = arguments.text(0);
        Budget.checkLength((long) pieces.size() * separator.length());
        return HclValue.of(String.join(separator, pieces));
    }

    private static HclValue split(String separator, String text) {
        Stream<String> pieces = separator.isEmpty()
                ? text.codePoints().mapToObj(Character::toString)
                : Pattern.compile(separator, Pattern.LITERAL).splitAsStream(text + separator + ".");
        List<HclValue> items = pieces.map(HclValue::of).toList();
        return HclValue.Sequence.list(separator.isEmpty() ? items : items.subList(0, items.size() - 1));
    }
}
