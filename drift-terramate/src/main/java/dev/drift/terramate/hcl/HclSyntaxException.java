package dev.drift.terramate.hcl;

import java.util.Objects;

/**
 * A text is not HCL, or is more than the limits allow. The message is {@code file:line:column: what is wrong} for the
 * first place at which reading could not go on; it quotes names and punctuation, never the content of strings.
 */
public final class HclSyntaxException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient SourceSpan span;
    private final String problem;

    public HclSyntaxException(SourceSpan span, String problem) {
        super(Objects.requireNonNull(span, "span is null") + ": " + Objects.requireNonNull(problem, "problem is null"));
        this.span = span;
        this.problem = problem;
    }

    /** Where it is wrong. */
    public SourceSpan span() {
        return span;
    }

    /** What is wrong, without the place. */
    public String problem() {
        return problem;
    }
}
