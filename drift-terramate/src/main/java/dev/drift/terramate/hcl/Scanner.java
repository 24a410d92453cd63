package dev.drift.terramate.hcl;

/**
 * Cuts a text into tokens, in one pass and without recursion. Strings, heredocs and the expressions inside them nest;
 * an explicit stack remembers in which of them the scanner stands. At the first thing that cannot be a token it stops
 * and leaves {@link TokenKind#BROKEN}.
 */
final class Scanner {

    private final ScanState state;
    private final CodeScanner code;
    private final TextScanner text;

    Scanner(SourceFile source, int maximumNesting) {
        this.state = new ScanState(source, maximumNesting);
        this.code = new CodeScanner(state);
        this.text = new TextScanner(state);
    }

    Tokens scan() {
        while (state.goesOn()) {
            switch (state.nest().kind) {
                case QUOTED -> text.quoted();
                case HEREDOC -> text.heredoc();
                case FILE, TEMPLATE -> code.scan();
            }
        }
        if (!state.isBroken()) {
            unfinished(state.nest());
        }
        state.tokens().add(TokenKind.END, state.length, state.length);
        return state.tokens();
    }

    private void unfinished(Nest nest) {
        switch (nest.kind) {
            case QUOTED -> state.fail(nest.start, nest.start + 1, "The string that begins here is not closed");
            case HEREDOC ->
                state.fail(
                        nest.start,
                        nest.start + 2,
                        "The heredoc that begins here is not closed: no later line consists of " + nest.marker
                                + " alone and ends in a line break");
            case TEMPLATE ->
                state.fail(nest.start, nest.start + 2, "The template sequence that begins here is not closed");
            case FILE -> {}
        }
    }
}
