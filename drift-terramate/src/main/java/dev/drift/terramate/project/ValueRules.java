package dev.drift.terramate.project;

import dev.drift.terramate.hcl.Expression;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kinds of values that Terramate's own settings take. They are read without functions and without variables. */
final class ValueRules {

    private ValueRules() {}

    static final ValueRule TEXT =
            literal("must be a string", value -> value.literalText().isPresent());

    static final ValueRule TRUTH = literal("must be true or false", Expression.BooleanLiteral.class::isInstance);

    /** Distinct strings, or {@code null}. */
    static final ValueRule TEXTS =
            expression -> Texts.of(expression, Valuation.CONSTANTS).objection();

    /** At least one string. */
    static final ValueRule SOME_TEXTS = expression -> {
        Expression value = bare(expression);
        boolean none = value instanceof Expression.NullLiteral
                || (value instanceof Expression.ListConstructor list
                        && list.items().isEmpty());
        return none ? Optional.of("must not be empty") : TEXTS.objection(expression);
    };

    /** On or off, as a truth or as a word. */
    static final ValueRule SWITCH = literal(
            "must be true, false, \"on\" or \"off\"",
            value -> value instanceof Expression.BooleanLiteral
                    || value.literalText()
                            .filter(List.of("on", "off")::contains)
                            .isPresent());

    /** One of some strings. */
    static ValueRule oneOf(String... words) {
        return literal(
                "must be one of " + quoted(words),
                value -> value.literalText()
                        .filter(Arrays.asList(words)::contains)
                        .isPresent());
    }

    /** One of some bare words. */
    static ValueRule keyword(String... words) {
        return expression -> expression instanceof Expression.Variable word
                        && Arrays.asList(words).contains(word.name())
                ? Optional.empty()
                : Optional.of("must be one of the words " + String.join(", ", words));
    }

    /** Without parentheses around it. */
    static Expression bare(Expression expression) {
        Expression inner = expression;
        while (inner instanceof Expression.Parentheses parentheses) {
            inner = parentheses.inner();
        }
        return inner;
    }

    private static ValueRule literal(String objection, java.util.function.Predicate<Expression> accepted) {
        return expression -> accepted.test(bare(expression)) ? Optional.empty() : Optional.of(objection);
    }

    private static String quoted(String... words) {
        return Arrays.stream(words)
                .map(word -> "\"" + word + "\"")
                .reduce((left, right) -> left + ", " + right)
                .orElseThrow();
    }
}
