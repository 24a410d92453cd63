package dev.drift.terramate.hcl;

/** Which characters HCL takes for names and for white space. */
final class CharacterClass {

    private CharacterClass() {}

    static boolean startsName(int codePoint) {
        if (codePoint < 128) {
            int lower = codePoint | 0x20;
            return (lower >= 'a' && lower <= 'z') || codePoint == '_';
        }
        return Character.isUnicodeIdentifierStart(codePoint);
    }

    static boolean continuesName(int codePoint) {
        if (codePoint < 128) {
            return startsName(codePoint) || isDigit(codePoint) || codePoint == '-';
        }
        return Character.isUnicodeIdentifierPart(codePoint) && !Character.isIdentifierIgnorable(codePoint);
    }

    static boolean isDigit(int codePoint) {
        return codePoint >= '0' && codePoint <= '9';
    }

    /** Unicode white space, as strip markers and heredoc markers understand it. */
    static boolean isSpace(char c) {
        if (c < 128) {
            return c == ' ' || (c >= '\t' && c <= '\r');
        }
        return c == '\u0085' || Character.isSpaceChar(c);
    }

    /** Why a character that begins no token is wrong. */
    static String complaintAbout(int codePoint) {
        return switch (codePoint) {
            case '\'' -> "Single quotes are not valid; strings stand in double quotes";
            case '`' -> "Backquotes are not valid; for text of several lines use a heredoc such as <<EOT";
            case ';' -> "';' is not valid; arguments stand on lines of their own";
            case '\u201C', '\u201D' -> "Curly quotes are not valid; strings stand in straight double quotes";
            default ->
                isSurrogate(codePoint)
                        ? "The text is not valid UTF-8"
                        : String.format("The character U+%04X is not valid here", codePoint);
        };
    }

    /** Half a character, which correct text never contains. */
    static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
