package dev.drift.terramate.hcl;

/**
 * A stretch of text inside a string or heredoc, escapes not yet resolved.
 *
 * @param span what is written
 * @param quoted whether backslashes escape, as they do in quoted strings but not in heredocs
 */
record StringText(SourceSpan span, boolean quoted) {

    /** The text that is meant. */
    String decoded() {
        String raw = span.text();
        StringBuilder text = new StringBuilder(raw.length());
        int position = 0;
        while (position < raw.length()) {
            char c = raw.charAt(position);
            if (c == '\\' && quoted) {
                position = escape(raw, position, text);
            } else if ((c == '$' || c == '%') && raw.startsWith(c == '$' ? "$${" : "%%{", position)) {
                text.append(c).append('{');
                position += 3;
            } else {
                text.append(c);
                position++;
            }
        }
        return text.toString();
    }

    /** Appends what the escape means and returns where the text goes on. */
    private int escape(String raw, int start, StringBuilder text) {
        char selector = start + 1 < raw.length() ? raw.charAt(start + 1) : ' ';
        switch (selector) {
            case 'n' -> text.append('\n');
            case 'r' -> text.append('\r');
            case 't' -> text.append('\t');
            case '"' -> text.append('"');
            case '\\' -> text.append('\\');
            case 'u' -> text.appendCodePoint(codePoint(raw, start, 4));
            case 'U' -> text.appendCodePoint(codePoint(raw, start, 8));
            default -> throw wrong(start, 2, "Only \\n \\r \\t \\\" \\\\ \\u and \\U are escapes");
        }
        return start
                + switch (selector) {
                    case 'u' -> 6;
                    case 'U' -> 10;
                    default -> 2;
                };
    }

    private int codePoint(String raw, int start, int digits) {
        int value = 0;
        for (int i = start + 2; i < start + 2 + digits; i++) {
            int digit = i < raw.length() && raw.charAt(i) < 128 ? Character.digit(raw.charAt(i), 16) : -1;
            if (digit < 0) {
                throw wrong(
                        start, 2, "\\" + raw.charAt(start + 1) + " is followed by " + digits + " hexadecimal digits");
            }
            value = value << 4 | digit;
        }
        if (!Character.isValidCodePoint(value) || CharacterClass.isSurrogate(value)) {
            throw wrong(start, 2 + digits, "There is no such Unicode character");
        }
        return value;
    }

    private HclSyntaxException wrong(int offset, int length, String problem) {
        int start = span.start() + offset;
        return new HclSyntaxException(
                new SourceSpan(span.file(), start, Math.min(start + length, span.end())), problem);
    }
}
