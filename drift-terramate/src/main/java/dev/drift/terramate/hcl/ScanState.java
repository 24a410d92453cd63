package dev.drift.terramate.hcl;

import java.util.ArrayDeque;
import java.util.Deque;

/** How far the scanner has come, and in what it stands. */
final class ScanState {

    final char[] text;
    final int length;
    int position;

    private final int maximumNesting;
    private final Tokens tokens;
    private final Deque<Nest> nests = new ArrayDeque<>();
    private int depth;
    private boolean broken;

    ScanState(SourceFile source, int maximumNesting) {
        this.text = source.text().toCharArray();
        this.length = text.length;
        this.maximumNesting = maximumNesting;
        this.tokens = new Tokens(Math.max(16, length / 3));
        this.nests.push(Nest.file());
        this.position = at(0) == '\uFEFF' ? 1 : 0;
    }

    boolean goesOn() {
        return position < length && !broken;
    }

    boolean isBroken() {
        return broken;
    }

    Tokens tokens() {
        return tokens;
    }

    /** The innermost thing the scanner stands in. */
    Nest nest() {
        return nests.getFirst();
    }

    /** The character so many places on, or NUL behind the end. */
    char at(int ahead) {
        return position + ahead < length ? text[position + ahead] : '\0';
    }

    int codePoint() {
        return Character.codePointAt(text, position, length);
    }

    /** Where the name ends that begins at a place. */
    int nameEnd(int start) {
        int end = start;
        while (end < length) {
            int codePoint = Character.codePointAt(text, end, length);
            if (!CharacterClass.continuesName(codePoint)) {
                break;
            }
            end += Character.charCount(codePoint);
        }
        return end;
    }

    /** Takes so many characters as a token. */
    void token(TokenKind kind, int characters) {
        if (!broken) {
            tokens.add(kind, position, position + characters);
            position += characters;
        }
    }

    /** Takes so many characters as a token that begins something nested. */
    void opening(TokenKind kind, int characters) {
        if (++depth > maximumNesting) {
            fail(position, position + 1, TokenCursor.tooDeep(maximumNesting));
        }
        token(kind, characters);
    }

    void closing(TokenKind kind, int characters) {
        depth--;
        token(kind, characters);
    }

    void enter(TokenKind kind, int characters, Nest nest) {
        nests.push(nest);
        opening(kind, characters);
    }

    void leave(TokenKind kind, int characters) {
        nests.pop();
        closing(kind, characters);
    }

    void fail(int start, int end, String complaint) {
        broken = true;
        tokens.addBroken(start, end, complaint);
    }

    void failAtCharacter() {
        int codePoint = codePoint();
        fail(position, position + Character.charCount(codePoint), CharacterClass.complaintAbout(codePoint));
    }
}
