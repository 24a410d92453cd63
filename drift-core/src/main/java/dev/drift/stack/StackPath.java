package dev.drift.stack;

import static java.util.Objects.requireNonNull;

/**
 * Where a stack lives, from the root of its repository: {@code /stacks/prod/network}; {@code /} is the root itself. Slashes
 * separate, none stands at the end. Paths sort byte-wise by their UTF-8 form, as Terramate lists them.
 */
public record StackPath(String value) implements Comparable<StackPath> {

    public StackPath {
        requireNonNull(value, "value is null");
        if (!value.startsWith("/")) {
            throw new IllegalArgumentException("Stack path must be project-absolute: " + value);
        }
        if ((value.length() > 1 && value.endsWith("/")) || value.contains("//")) {
            throw new IllegalArgumentException("Stack path has an empty segment: " + value);
        }
    }

    /** The path that the text writes. */
    public static StackPath of(String value) {
        return new StackPath(value);
    }

    /** The last segment; empty for the root. */
    public String baseName() {
        return value.substring(value.lastIndexOf('/') + 1);
    }

    /** Whether this path is the other or lies anywhere below it. */
    public boolean isAtOrBelow(StackPath ancestor) {
        return ancestor.value.equals("/") || value.equals(ancestor.value) || value.startsWith(ancestor.value + "/");
    }

    @Override
    public int compareTo(StackPath other) {
        return compareCodePoints(value, other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    /** UTF-8 orders as code points do; UTF-16 does not. */
    private static int compareCodePoints(String left, String right) {
        int length = Math.min(left.length(), right.length());
        for (int at = 0; at < length; at++) {
            if (left.charAt(at) != right.charAt(at)) {
                return Integer.compare(codePointAround(left, at), codePointAround(right, at));
            }
        }
        return Integer.compare(left.length(), right.length());
    }

    private static int codePointAround(String text, int at) {
        boolean insidePair =
                at > 0 && Character.isLowSurrogate(text.charAt(at)) && Character.isHighSurrogate(text.charAt(at - 1));
        return text.codePointAt(insidePair ? at - 1 : at);
    }
}
