package dev.drift.terramate.project;

import dev.drift.terramate.eval.HclValue;
import dev.drift.terramate.hcl.Expression;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The kinds of values that Terramate's own settings take. They are read without functions and without variables. */
final class ValueRules {

    static final ValueRule TEXT = constant("must be a string", HclValue.Text.class::isInstance);

    static final ValueRule NUMBER = constant("must be a number", HclValue.Decimal.class::isInstance);

    static final ValueRule TRUTH = constant("must be true or false", HclValue.Bool.class::isInstance);

    /** Distinct strings, or {@code null}. */
    static final ValueRule TEXTS =
            expression -> Texts.of(expression, Valuation.CONSTANTS).objection();

    /** At least one string. */
    static final ValueRule SOME_TEXTS = expression -> {
        Texts texts = Texts.of(expression, Valuation.CONSTANTS);
        return texts.objection()
                .or(() -> texts.values().isEmpty() ? Optional.of("must not be empty") : Optional.empty());
    };

    /** On or off, as a truth or as a word. */
    static final ValueRule SWITCH = constant(
            "must be true, false, \"on\" or \"off\"",
            value -> value instanceof HclValue.Bool || isOneOf(List.of("on", "off"), value));

    private ValueRules() {}

    /** One of some strings. */
    static ValueRule oneOf(String... words) {
        return constant(
                Arrays.stream(words).collect(Collectors.joining("\", \"", "must be one of \"", "\"")),
                value -> isOneOf(Arrays.asList(words), value));
    }

    /** One of some bare words. */
    static ValueRule keyword(String... words) {
        return expression -> expression instanceof Expression.Variable word
                        && Arrays.asList(words).contains(word.name())
                ? Optional.empty()
                : Optional.of("must be one of the words " + String.join(", ", words));
    }

    private static boolean isOneOf(List<String> words, HclValue value) {
        return value instanceof HclValue.Text text && words.contains(text.value());
    }

    private static ValueRule constant(String objection, Predicate<HclValue> accepted) {
        return expression -> {
            try {
                return accepted.test(Valuation.CONSTANTS.valueOf(expression))
                        ? Optional.empty()
                        : Optional.of(objection);
            } catch (NotKnownException unknown) {
                return Optional.of(String.valueOf(unknown.getMessage()));
            }
        };
    }
}
