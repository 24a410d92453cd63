package dev.drift.render;

/**
 * Text of strangers on one line, with nothing in it that could act: no control characters, so no line ends, escape sequences
 * of terminals or commands of build systems; no marks that turn the writing direction or that cannot be seen; no halves of
 * characters. Each of them is shown as the escape that Java and JSON write for it. So is the middle of {@code ##[}, which
 * begins a command of GitHub Actions wherever it stands. Everything else stays as it is.
 */
public final class Harmless {

    private Harmless() {}

    /** The text on one line. */
    public static String line(String text) {
        return escaped(text).replace("##[", "#\\u0023[");
    }

    private static String escaped(String text) {
        if (text.codePoints().noneMatch(Harmless::acts)) {
            return text;
        }
        StringBuilder line = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(character -> {
            if (acts(character)) {
                appendEscape(line, character);
            } else {
                line.appendCodePoint(character);
            }
        });
        return line.toString();
    }

    /** At most so many characters of a text; what is left out is left out of its middle, and a sign stands there. */
    public static String shortened(String text, int most) {
        int length = text.codePointCount(0, text.length());
        if (length <= most) {
            return text;
        }
        int kept = Math.max(2, most - 1);
        int head = text.offsetByCodePoints(0, (kept + 1) / 2);
        int tail = text.offsetByCodePoints(text.length(), -(kept / 2));
        return text.substring(0, head) + "…" + text.substring(tail);
    }

    private static void appendEscape(StringBuilder line, int character) {
        switch (character) {
            case '\n' -> line.append("\\n");
            case '\r' -> line.append("\\r");
            case '\t' -> line.append("\\t");
            default -> {
                for (char unit : Character.toChars(character)) {
                    line.append(String.format("\\u%04x", (int) unit));
                }
            }
        }
    }

    private static boolean acts(int character) {
        if (character < 0x7f) {
            return character < 0x20;
        }
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> isBlank(character) || isNoCharacter(character);
        };
    }

    /** Letters by their class that show nothing: fillers and joiners. */
    private static boolean isBlank(int character) {
        return character == 0x034f
                || character == 0x115f
                || character == 0x1160
                || character == 0x2800
                || character == 0x3164
                || character == 0xffa0;
    }

    private static boolean isNoCharacter(int character) {
        return (character & 0xfffe) == 0xfffe || (character >= 0xfdd0 && character <= 0xfdef);
    }
}
