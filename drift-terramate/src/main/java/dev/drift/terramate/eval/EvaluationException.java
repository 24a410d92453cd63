package dev.drift.terramate.eval;

import dev.drift.terramate.hcl.Expression;
import dev.drift.terramate.hcl.SourceSpan;

/**
 * An expression cannot be evaluated here: it is wrong, or needs what is not known from the code alone. The message is
 * {@code file:line:column: why, in: expression}.
 */
public final class EvaluationException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_QUOTE = 100;

    private final transient SourceSpan span;
    private final String reason;
    private final boolean limit;

    EvaluationException(Expression expression, Refusal refusal) {
        super(expression.span() + ": " + refusal.reason() + ", in: " + quoted(expression.span()));
        this.span = expression.span();
        this.reason = refusal.reason();
        this.limit = refusal.isLimit();
    }

    private static String quoted(SourceSpan span) {
        String text = span.text().strip().replaceAll("\\s+", " ");
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "...";
    }

    /** The expression that cannot be evaluated. */
    public SourceSpan span() {
        return span;
    }

    /** Why, without the place. */
    public String reason() {
        return reason;
    }

    /**
     * Whether this is a limit of what is evaluated here, such as a function that depends on the time: Terramate itself
     * may know the value. If not, the expression is wrong and Terramate refuses it too.
     */
    public boolean isLimit() {
        return limit;
    }
}
