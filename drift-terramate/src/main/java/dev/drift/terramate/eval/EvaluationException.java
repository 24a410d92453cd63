package dev.drift.terramate.eval;

import dev.drift.terramate.hcl.Expression;
import dev.drift.terramate.hcl.SourceSpan;
import java.util.Objects;

/**
 * An expression cannot be evaluated here: it is wrong, or needs what is not known from the code alone. The message is
 * {@code file:line:column: why, in: expression}.
 */
public final class EvaluationException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_QUOTE = 100;

    private final transient SourceSpan span;
    private final String reason;

    EvaluationException(Expression expression, String reason) {
        super(expression.span() + ": " + reason + ", in: " + quoted(expression.span()));
        this.span = expression.span();
        this.reason = Objects.requireNonNull(reason, "reason is null");
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
}
