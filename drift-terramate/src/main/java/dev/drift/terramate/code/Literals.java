package dev.drift.terramate.code;

import dev.drift.terramate.hcl.Attribute;
import dev.drift.terramate.hcl.Block;
import dev.drift.terramate.hcl.Body;
import dev.drift.terramate.hcl.Expression;
import dev.drift.terramate.hcl.ObjectItem;
import dev.drift.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values that stand in the code as such. Everything that would have to be computed is unknown. */
final class Literals {

    private Literals() {}

    /** The value of the expression, with {@link Value#unknown()} wherever it is no literal. */
    static Value of(Expression expression) {
        if (expression instanceof Expression.Parentheses parentheses) {
            return of(parentheses.inner());
        }
        if (expression instanceof Expression.NullLiteral) {
            return Value.ofNull();
        }
        if (expression instanceof Expression.BooleanLiteral truth) {
            return Value.of(truth.value());
        }
        if (expression instanceof Expression.NumberLiteral number) {
            return new Value.Decimal(number.value());
        }
        if (expression instanceof Expression.Negation negation
                && of(negation.operand()) instanceof Value.Decimal positive) {
            return new Value.Decimal(positive.value().negate());
        }
        if (expression instanceof Expression.ListConstructor list) {
            return Value.of(list.items().stream().map(Literals::of).toList());
        }
        if (expression instanceof Expression.ObjectConstructor object) {
            return ofObject(object);
        }
        return expression.literalText().map(Value::of).orElseGet(Value::unknown);
    }

    /** The literal text of an attribute, if it is one. */
    static Optional<String> text(Body body, String attribute) {
        return body.attribute(attribute).flatMap(found -> of(found.expression()).text());
    }

    /** The attributes of a body, and each type of nested block as a list of objects. */
    static Map<String, Value> of(Body body) {
        Map<String, Value> values = new LinkedHashMap<>();
        for (Attribute attribute : body.attributes().values()) {
            values.put(attribute.name(), of(attribute.expression()));
        }
        Map<String, List<Value>> nested = new LinkedHashMap<>();
        for (Block block : body.blocks()) {
            nested.computeIfAbsent(block.type(), unused -> new ArrayList<>()).add(Value.of(of(block.body())));
        }
        nested.forEach((type, blocks) -> values.put(type, Value.of(blocks)));
        return values;
    }

    private static Value ofObject(Expression.ObjectConstructor object) {
        Map<String, Value> fields = new LinkedHashMap<>();
        for (ObjectItem item : object.items()) {
            Optional<String> key = of(item.key()).text();
            if (key.isEmpty()) {
                return Value.unknown();
            }
            fields.put(key.get(), of(item.value()));
        }
        return Value.of(fields);
    }
}
