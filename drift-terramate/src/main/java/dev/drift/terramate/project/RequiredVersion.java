package dev.drift.terramate.project;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A constraint on versions, such as {@code ~> 0.11.0, != 0.11.3}: every part must hold. */
public final class RequiredVersion {

    /** The version of Terramate whose rules are followed here. */
    public static final String FOLLOWED = "0.17.2";

    private static final Pattern PART = Pattern.compile(
            "\\s*(=|!=|>=?|<=?|~>)?\\s*v?(\\d+(?:\\.\\d+)*)(-[0-9A-Za-z.~-]+)?(\\+[0-9A-Za-z.~-]+)?\\s*");

    private final List<Matcher> parts;

    private RequiredVersion(List<Matcher> parts) {
        this.parts = parts;
    }

    /**
     * The constraint that the text writes.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static RequiredVersion parse(String text) {
        List<Matcher> parts = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            Matcher matcher = PART.matcher(part);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("\"" + text + "\" is no version constraint");
            }
            parts.add(matcher);
        }
        return new RequiredVersion(parts);
    }

    /** Whether a released version, such as {@code 0.17.2}, meets it. */
    public boolean accepts(String version) {
        int[] released = numbers(version);
        return parts.stream().allMatch(part -> holds(part, released));
    }

    private static boolean holds(Matcher part, int[] released) {
        String operator = part.group(1) == null ? "=" : part.group(1);
        int[] wanted = numbers(part.group(2));
        boolean candidate = part.group(3) != null;
        // A release stands behind its own candidates.
        int order = Arrays.compare(released, wanted);
        int compared = order == 0 && candidate ? 1 : order;
        return switch (operator) {
            case "=" -> compared == 0;
            case "!=" -> compared != 0;
            case ">" -> compared > 0;
            case ">=" -> compared >= 0;
            case "<" -> compared < 0;
            case "<=" -> compared <= 0;
            default -> !candidate && compared >= 0 && sharesAllButLast(part.group(2), released);
        };
    }

    private static boolean sharesAllButLast(String wanted, int[] released) {
        int[] numbers = numbers(wanted);
        int named = wanted.split("\\.").length;
        return named <= released.length && Arrays.equals(numbers, 0, named - 1, released, 0, named - 1);
    }

    private static int[] numbers(String version) {
        int[] numbers = Arrays.stream(version.split("\\."))
                .mapToInt(number -> number.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(number))
                .toArray();
        return numbers.length < 3 ? Arrays.copyOf(numbers, 3) : numbers;
    }
}
