package dev.drift.terramate.output;

import java.util.regex.Pattern;

/**
 * What a terminal or a browser would obey and a reader would not see: escape sequences as tools colour with, in the seven-bit
 * and in the eight-bit form, control characters of both sets, marks that turn the writing direction or join and divide without
 * a width, separators of lines, halves of characters.
 */
public final class Invisible {

    private static final String CONTROL_SEQUENCE = "(\\x1b\\[|\\x{9b})[0-?]*[ -/]*[@-~]";
    private static final String SYSTEM_COMMAND = "(\\x1b\\]|\\x{9d})[^\\x07\\x1b\\x{9c}]*(\\x07|\\x1b\\\\|\\x{9c})";
    private static final Pattern SEQUENCE = Pattern.compile(CONTROL_SEQUENCE + "|" + SYSTEM_COMMAND + "|\\x1b.");
    private static final Pattern CHARACTER = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}&&[^\\t]]");

    private Invisible() {}

    /** The text without any of it; tabs stay. */
    public static String removedFrom(String text) {
        return CHARACTER.matcher(SEQUENCE.matcher(text).replaceAll("")).replaceAll("");
    }
}
