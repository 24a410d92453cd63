package dev.drift.terramate.hcl;

/**
 * Where the parser stands in the tokens. Line breaks are tokens where they matter and nothing where they do not, which
 * is a property of the place: {@link #newlinesMatter(boolean)} switches and returns what was so before.
 */
final class TokenCursor {

    private final SourceFile source;
    private final Tokens tokens;
    private final int maximumNesting;
    private int next;
    private int lastEnd;
    private int depth;
    private boolean newlinesMatter = true;

    TokenCursor(SourceFile source, Tokens tokens, int maximumNesting) {
        this.source = source;
        this.tokens = tokens;
        this.maximumNesting = maximumNesting;
    }

    boolean newlinesMatter(boolean matter) {
        boolean before = newlinesMatter;
        newlinesMatter = matter;
        return before;
    }

    /** The kind of the next token, which is not taken. */
    TokenKind peek() {
        return tokens.kind(nextIndex());
    }

    boolean at(TokenKind kind) {
        return peek() == kind;
    }

    /** Whether the next token is this word. */
    boolean atWord(String word) {
        int index = nextIndex();
        int start = tokens.start(index);
        return tokens.kind(index) == TokenKind.IDENTIFIER
                && tokens.end(index) - start == word.length()
                && source.text().startsWith(word, start);
    }

    /** Where the next token begins. */
    int start() {
        return tokens.start(nextIndex());
    }

    /** Where the last token that was taken ends. */
    int lastEnd() {
        return lastEnd;
    }

    /** Takes the next token and returns its text. */
    String take() {
        int index = nextIndex();
        skip();
        return source.text().substring(tokens.start(index), tokens.end(index));
    }

    /** Takes the next token. The end is never passed. */
    void skip() {
        int index = nextIndex();
        lastEnd = tokens.end(index);
        next = tokens.kind(index) == TokenKind.END ? index : index + 1;
    }

    /** Takes the next token if it is of that kind. */
    boolean accept(TokenKind kind) {
        boolean found = at(kind);
        if (found) {
            skip();
        }
        return found;
    }

    /** Takes the next token, which must be of that kind, and returns its text. */
    String expect(TokenKind kind, String complaint) {
        if (!at(kind)) {
            throw unexpected(complaint);
        }
        return take();
    }

    /** Notes that something stands inside of something else; {@link #leave()} takes it back. */
    void enter() {
        if (++depth > maximumNesting) {
            throw new HclSyntaxException(source.span(start(), start()), tooDeep(maximumNesting));
        }
    }

    void leave() {
        depth--;
    }

    SourceSpan spanFrom(int start) {
        return source.span(start, Math.max(start, lastEnd));
    }

    SourceSpan span(int start, int end) {
        return source.span(start, end);
    }

    String text(int start, int end) {
        return source.text().substring(start, end);
    }

    /** The next token is not what the grammar asks for here; if the scanner could not read it, that is said instead. */
    HclSyntaxException unexpected(String complaint) {
        int index = nextIndex();
        SourceSpan span = source.span(tokens.start(index), tokens.end(index));
        TokenKind kind = tokens.kind(index);
        if (kind == TokenKind.BROKEN) {
            return new HclSyntaxException(span, tokens.complaint());
        }
        String found = kind == TokenKind.IDENTIFIER ? "'" + span.text() + "'" : kind.words();
        return new HclSyntaxException(span, complaint + ", but found " + found);
    }

    /** As {@link #unexpected}, told at the place where the unfinished thing begins if the file just ends. */
    HclSyntaxException unclosed(int start, String complaint, String atEnd) {
        return at(TokenKind.END)
                ? new HclSyntaxException(source.span(start, start + 1), atEnd + " is not closed")
                : unexpected(complaint);
    }

    private int nextIndex() {
        int index = next;
        if (!newlinesMatter) {
            while (tokens.kind(index) == TokenKind.NEWLINE) {
                index++;
            }
        }
        return index;
    }

    static String tooDeep(int maximumNesting) {
        return "This is nested more than " + maximumNesting + " levels deep";
    }
}
