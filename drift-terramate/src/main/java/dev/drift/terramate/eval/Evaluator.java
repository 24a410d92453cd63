package dev.drift.terramate.eval;

import dev.drift.terramate.hcl.Expression;

/** Evaluates expressions. Safe for use by several threads; the same expression in the same scope gives the same value. */
public final class Evaluator {

    private Evaluator() {}

    /**
     * The value of an expression.
     *
     * @throws EvaluationException if it has none, if it is not known from what the scope holds, or if it costs more
     *     than an expression that people write
     */
    public static HclValue evaluate(Expression expression, Scope scope) {
        return new Evaluation(scope, new Budget()).value(expression);
    }
}
