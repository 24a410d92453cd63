package dev.drift.terramate.project;

import dev.drift.terramate.hcl.Expression;
import dev.drift.value.Value;
import java.util.ArrayList;
import java.util.List;

/** Works out what expressions evaluate to where they stand. */
@FunctionalInterface
interface Valuation {

    /** By themselves, without functions and without variables. */
    Valuation CONSTANTS = Valuation::constant;

    /**
     * The value of the expression.
     *
     * @throws NotKnownException if it cannot be known without running Terramate, or has none
     */
    Value valueOf(Expression expression);

    private static Value constant(Expression expression) {
        Expression bare = ValueRules.bare(expression);
        if (bare instanceof Expression.NullLiteral) {
            return Value.ofNull();
        }
        if (bare instanceof Expression.BooleanLiteral truth) {
            return Value.of(truth.value());
        }
        if (bare instanceof Expression.NumberLiteral number) {
            return new Value.Decimal(number.value());
        }
        if (bare instanceof Expression.ListConstructor list) {
            List<Value> items = new ArrayList<>();
            list.items().forEach(item -> items.add(constant(item)));
            return Value.of(items);
        }
        return Value.of(bare.literalText()
                .orElseThrow(() -> new NotKnownException(
                        "cannot be known without running Terramate: " + NotKnownException.excerpt(expression))));
    }
}
