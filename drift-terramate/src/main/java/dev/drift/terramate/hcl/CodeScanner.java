package dev.drift.terramate.hcl;

/** Scans what stands outside of strings: names, numbers, punctuation, comments. */
final class CodeScanner {

    private final ScanState state;

    CodeScanner(ScanState state) {
        this.state = state;
    }

    void scan() {
        char c = state.text[state.position];
        switch (c) {
            case ' ', '\t' -> state.position++;
            case '\n' -> state.token(TokenKind.NEWLINE, 1);
            case '\r' -> carriageReturn();
            case '#' -> lineComment();
            case '"' -> state.enter(TokenKind.OPEN_QUOTE, 1, Nest.quoted(state.position));
            case '(' -> state.opening(TokenKind.OPEN_PARENTHESIS, 1);
            case ')' -> state.closing(TokenKind.CLOSE_PARENTHESIS, 1);
            case '[' -> state.opening(TokenKind.OPEN_BRACKET, 1);
            case ']' -> state.closing(TokenKind.CLOSE_BRACKET, 1);
            case '{' -> {
                state.nest().braces++;
                state.opening(TokenKind.OPEN_BRACE, 1);
            }
            case '}' -> closeBrace();
            case '~' -> stripAndClose();
            default -> word(c);
        }
    }

    private void word(char c) {
        if (CharacterClass.isDigit(c)) {
            number();
        } else if (CharacterClass.startsName(state.codePoint())) {
            name();
        } else if (c == '/' && state.at(1) == '/') {
            lineComment();
        } else if (c == '/' && state.at(1) == '*') {
            blockComment();
        } else if (c == '<' && state.at(1) == '<') {
            openHeredoc();
        } else {
            symbol(c);
        }
    }

    private void symbol(char c) {
        char next = state.at(1);
        switch (c) {
            case '=' -> assign(next);
            case '!' -> either(next == '=', TokenKind.NOT_EQUAL, TokenKind.NOT);
            case '<' -> either(next == '=', TokenKind.LESS_OR_EQUAL, TokenKind.LESS);
            case '>' -> either(next == '=', TokenKind.GREATER_OR_EQUAL, TokenKind.GREATER);
            case ':' -> either(next == ':', TokenKind.DOUBLE_COLON, TokenKind.COLON);
            case '.' -> {
                boolean three = next == '.' && state.at(2) == '.';
                state.token(three ? TokenKind.ELLIPSIS : TokenKind.DOT, three ? 3 : 1);
            }
            case '&' -> logical(next == c, TokenKind.AND);
            case '|' -> logical(next == c, TokenKind.OR);
            case ',' -> state.token(TokenKind.COMMA, 1);
            case '?' -> state.token(TokenKind.QUESTION, 1);
            case '*' -> state.token(TokenKind.STAR, 1);
            case '/' -> state.token(TokenKind.SLASH, 1);
            case '%' -> state.token(TokenKind.PERCENT, 1);
            case '+' -> state.token(TokenKind.PLUS, 1);
            case '-' -> state.token(TokenKind.MINUS, 1);
            default -> state.failAtCharacter();
        }
    }

    private void assign(char next) {
        if (next == '>') {
            state.token(TokenKind.ARROW, 2);
        } else {
            either(next == '=', TokenKind.EQUAL, TokenKind.ASSIGN);
        }
    }

    private void either(boolean longer, TokenKind two, TokenKind one) {
        state.token(longer ? two : one, longer ? 2 : 1);
    }

    private void logical(boolean doubled, TokenKind kind) {
        if (doubled) {
            state.token(kind, 2);
        } else {
            state.fail(
                    state.position,
                    state.position + 1,
                    "There are no bitwise operators; did you mean " + kind.words() + "?");
        }
    }

    private void carriageReturn() {
        if (state.at(1) == '\n') {
            state.token(TokenKind.NEWLINE, 2);
        } else {
            state.fail(state.position, state.position + 1, "A carriage return stands only before a line feed");
        }
    }

    private void lineComment() {
        int end = state.position;
        while (end < state.length && state.text[end] != '\n') {
            end++;
        }
        state.position = end;
        if (end < state.length) {
            state.token(TokenKind.NEWLINE, 1);
        }
    }

    private void blockComment() {
        int end = state.position + 2;
        while (end + 1 < state.length && !(state.text[end] == '*' && state.text[end + 1] == '/')) {
            end++;
        }
        if (end + 1 >= state.length) {
            state.fail(state.position, state.position + 2, "The comment that begins here is not closed");
        } else {
            state.position = end + 2;
        }
    }

    /** Greedy as HCL is: {@code 1.2.3} is one number, and a wrong one; dots at its end belong to what follows. */
    private void number() {
        int end = state.position;
        while (end < state.length) {
            char c = state.text[end];
            if (CharacterClass.isDigit(c) || c == '.') {
                end++;
            } else if ((c == 'e' || c == 'E') && exponentLength(end) > 0) {
                end += exponentLength(end);
            } else {
                break;
            }
        }
        while (state.text[end - 1] == '.') {
            end--;
        }
        state.token(TokenKind.NUMBER, end - state.position);
    }

    private int exponentLength(int start) {
        int sign = start + 1 < state.length && (state.text[start + 1] == '+' || state.text[start + 1] == '-') ? 1 : 0;
        int digit = start + 1 + sign;
        return digit < state.length && CharacterClass.isDigit(state.text[digit]) ? 2 + sign : 0;
    }

    private void name() {
        int end = state.nameEnd(state.position);
        state.token(TokenKind.IDENTIFIER, end - state.position);
    }

    private void closeBrace() {
        Nest nest = state.nest();
        if (nest.kind == Nest.Kind.TEMPLATE && nest.braces == 0) {
            state.leave(TokenKind.CLOSE_TEMPLATE, 1);
        } else {
            nest.braces--;
            state.closing(TokenKind.CLOSE_BRACE, 1);
        }
    }

    private void stripAndClose() {
        Nest nest = state.nest();
        if (state.at(1) == '}' && nest.kind == Nest.Kind.TEMPLATE && nest.braces == 0) {
            state.leave(TokenKind.CLOSE_TEMPLATE, 2);
        } else {
            state.fail(state.position, state.position + 1, "'~' stands only at the edge of a template sequence");
        }
    }

    private void openHeredoc() {
        int marker = state.position + (state.at(2) == '-' ? 3 : 2);
        boolean named = marker < state.length
                && CharacterClass.startsName(Character.codePointAt(state.text, marker, state.length));
        int markerEnd = named ? state.nameEnd(marker) : marker;
        int newline = markerEnd < state.length && state.text[markerEnd] == '\r' ? markerEnd + 1 : markerEnd;
        if (!named || newline >= state.length || state.text[newline] != '\n') {
            state.fail(
                    state.position,
                    markerEnd,
                    "'<<' begins a heredoc: a marker such as EOT and the end of the line must follow");
            return;
        }
        Nest nest = Nest.heredoc(state.position, new String(state.text, marker, markerEnd - marker));
        state.enter(TokenKind.OPEN_HEREDOC, newline + 1 - state.position, nest);
    }
}
