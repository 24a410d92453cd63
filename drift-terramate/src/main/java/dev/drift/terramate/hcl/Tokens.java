package dev.drift.terramate.hcl;

import java.util.Arrays;

/** Tokens in columns, because a large file has millions of them. The last one is always {@link TokenKind#END}. */
final class Tokens {

    private TokenKind[] kinds;
    private int[] starts;
    private int[] ends;
    private int size;
    private String complaint = "";

    Tokens(int expected) {
        kinds = new TokenKind[expected];
        starts = new int[expected];
        ends = new int[expected];
    }

    void add(TokenKind kind, int start, int end) {
        if (size == kinds.length) {
            int larger = size * 2;
            kinds = Arrays.copyOf(kinds, larger);
            starts = Arrays.copyOf(starts, larger);
            ends = Arrays.copyOf(ends, larger);
        }
        kinds[size] = kind;
        starts[size] = start;
        ends[size++] = end;
    }

    /** Ends the list with what the scanner could not read. The parser says it if it gets that far. */
    void addBroken(int start, int end, String complaint) {
        this.complaint = complaint;
        add(TokenKind.BROKEN, start, end);
    }

    TokenKind kind(int index) {
        return kinds[index];
    }

    int start(int index) {
        return starts[index];
    }

    int end(int index) {
        return ends[index];
    }

    /** What is wrong with the one {@link TokenKind#BROKEN} token. */
    String complaint() {
        return complaint;
    }
}
