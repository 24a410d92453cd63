package dev.drift.terramate.hcl;

/** What a template consists of before its directives are matched: a flat sequence. */
sealed interface TemplatePiece {

    SourceSpan span();

    /** Text, as the scanner cut it: at most one line of a heredoc. */
    record Literal(String text, SourceSpan span) implements TemplatePiece {}

    record Value(Expression expression, SourceSpan span) implements TemplatePiece {}

    record OpenIf(Expression condition, SourceSpan span) implements TemplatePiece {}

    record OpenFor(Iteration iteration, SourceSpan span) implements TemplatePiece {}

    /** {@code else}, {@code endif} or {@code endfor}. */
    record Mark(String word, SourceSpan span) implements TemplatePiece {}
}
