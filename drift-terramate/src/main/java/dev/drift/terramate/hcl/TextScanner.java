package dev.drift.terramate.hcl;

/** Scans what stands inside of strings and heredocs, up to the next template sequence. */
final class TextScanner {

    private final ScanState state;

    TextScanner(ScanState state) {
        this.state = state;
    }

    void quoted() {
        int start = state.position;
        while (state.position < state.length) {
            char c = state.text[state.position];
            if (c == '"') {
                textToken(TokenKind.QUOTED_TEXT, start);
                state.leave(TokenKind.CLOSE_QUOTE, 1);
                return;
            }
            if (c == '\n' || c == '\r') {
                state.fail(state.nest().start, state.position, "The string that begins here is not closed on its line");
                return;
            }
            if (opensTemplate(c)) {
                textToken(TokenKind.QUOTED_TEXT, start);
                openTemplate(c);
                return;
            }
            if (!textCharacter(c, c == '\\' && state.at(1) >= ' ' ? 2 : 1)) {
                return;
            }
        }
        textToken(TokenKind.QUOTED_TEXT, start);
    }

    /** One line, or the part of it up to the next template sequence. */
    void heredoc() {
        Nest nest = state.nest();
        if (nest.atLineStart && markerEnds(nest.marker)) {
            return;
        }
        int start = state.position;
        while (state.position < state.length) {
            char c = state.text[state.position];
            if (c == '\n') {
                state.position++;
                nest.atLineStart = true;
                textToken(TokenKind.HEREDOC_TEXT, start);
                return;
            }
            if (c == '\r' && state.at(1) != '\n') {
                state.fail(state.position, state.position + 1, "A carriage return stands only before a line feed");
                return;
            }
            nest.atLineStart = false;
            if (opensTemplate(c)) {
                textToken(TokenKind.HEREDOC_TEXT, start);
                openTemplate(c);
                return;
            }
            if (!textCharacter(c, 1)) {
                return;
            }
        }
    }

    /** Whether the line that begins here is the end of the heredoc; if so, it is taken. */
    private boolean markerEnds(String marker) {
        int start = state.position;
        while (start < state.length && state.text[start] != '\n' && CharacterClass.isSpace(state.text[start])) {
            start++;
        }
        int end = start + marker.length();
        if (end >= state.length || !matches(marker, start)) {
            return false;
        }
        int newline = end;
        while (newline < state.length && state.text[newline] != '\n' && CharacterClass.isSpace(state.text[newline])) {
            newline++;
        }
        if (newline >= state.length || state.text[newline] != '\n') {
            return false;
        }
        state.leave(TokenKind.CLOSE_HEREDOC, end - state.position);
        state.position = newline;
        state.token(TokenKind.NEWLINE, 1);
        return true;
    }

    private boolean matches(String marker, int start) {
        for (int i = 0; i < marker.length(); i++) {
            if (state.text[start + i] != marker.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Takes plain text, an escape or so many characters; false if it is not text. */
    private boolean textCharacter(char c, int characters) {
        if ((c == '$' || c == '%') && state.at(1) == c && state.at(2) == '{') {
            state.position += 3;
            return true;
        }
        int codePoint = Character.codePointAt(state.text, state.position + characters - 1, state.length);
        if (CharacterClass.isSurrogate(codePoint)) {
            state.fail(state.position, state.position + 1, CharacterClass.complaintAbout(codePoint));
            return false;
        }
        state.position += characters - 1 + Character.charCount(codePoint);
        return true;
    }

    private boolean opensTemplate(char c) {
        return (c == '$' || c == '%') && state.at(1) == '{';
    }

    private void openTemplate(char c) {
        TokenKind kind = c == '$' ? TokenKind.OPEN_INTERPOLATION : TokenKind.OPEN_DIRECTIVE;
        state.enter(kind, state.at(2) == '~' ? 3 : 2, Nest.template(state.position));
    }

    private void textToken(TokenKind kind, int start) {
        if (state.position > start) {
            state.tokens().add(kind, start, state.position);
        }
    }
}
