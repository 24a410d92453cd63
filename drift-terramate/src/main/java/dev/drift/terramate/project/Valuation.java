package dev.drift.terramate.project;

import dev.drift.terramate.eval.EvaluationException;
import dev.drift.terramate.eval.Evaluator;
import dev.drift.terramate.eval.FunctionTable;
import dev.drift.terramate.eval.HclValue;
import dev.drift.terramate.eval.Scope;
import dev.drift.terramate.hcl.Expression;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** Works out what expressions evaluate to where they stand. Neither Terramate's settings nor stacks know variables. */
@FunctionalInterface
interface Valuation {

    /** Without functions. */
    Valuation CONSTANTS = expression -> valueOf(expression, FunctionTable::none);

    /**
     * The value of the expression.
     *
     * @throws NotKnownException if it cannot be known without running Terramate, or has none
     */
    HclValue valueOf(Expression expression);

    /** With Terramate's functions, which read files seen from a directory. */
    static Valuation in(Path directory) {
        return expression -> valueOf(expression, () -> FunctionTable.terramate(directory));
    }

    /** The text that the expression is, if it is known to be one. */
    default Optional<String> textOf(Expression expression) {
        try {
            return valueOf(expression) instanceof HclValue.Text text ? Optional.of(text.value()) : Optional.empty();
        } catch (NotKnownException unknown) {
            return Optional.empty();
        }
    }

    /** Most stacks hold nothing but literals, and need no functions to be looked up. */
    private static HclValue valueOf(Expression expression, Supplier<FunctionTable> functions) {
        Optional<String> literal = expression.literalText();
        if (literal.isPresent()) {
            return HclValue.of(literal.get());
        }
        if (expression instanceof Expression.ListConstructor list
                && list.items().stream().allMatch(item -> item.literalText().isPresent())) {
            return new HclValue.Sequence(
                    HclValue.Sequence.Kind.TUPLE,
                    list.items().stream()
                            .flatMap(item -> item.literalText().stream())
                            .<HclValue>map(HclValue::of)
                            .toList());
        }
        try {
            return Evaluator.evaluate(expression, Scope.of(functions.get()));
        } catch (EvaluationException unknown) {
            throw new NotKnownException(
                    "cannot be known: " + unknown.reason() + ", in: " + NotKnownException.excerpt(unknown.span()));
        }
    }
}
