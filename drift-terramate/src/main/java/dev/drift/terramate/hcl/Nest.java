package dev.drift.terramate.hcl;

/** One of the things the scanner stands in: the file, a string, a heredoc, or a template sequence inside of those. */
final class Nest {

    enum Kind {
        FILE,
        QUOTED,
        HEREDOC,
        TEMPLATE
    }

    final Kind kind;
    final int start;
    /** The word that ends a heredoc; empty for anything else. */
    final String marker;

    /** Braces open since the beginning, so that a template sequence knows its own. */
    int braces;

    boolean atLineStart = true;

    private Nest(Kind kind, int start, String marker) {
        this.kind = kind;
        this.start = start;
        this.marker = marker;
    }

    static Nest file() {
        return new Nest(Kind.FILE, 0, "");
    }

    static Nest quoted(int start) {
        return new Nest(Kind.QUOTED, start, "");
    }

    static Nest heredoc(int start, String marker) {
        return new Nest(Kind.HEREDOC, start, marker);
    }

    static Nest template(int start) {
        return new Nest(Kind.TEMPLATE, start, "");
    }
}
