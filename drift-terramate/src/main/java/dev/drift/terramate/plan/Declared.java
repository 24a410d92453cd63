package dev.drift.terramate.plan;

import dev.drift.observation.Declarations;
import dev.drift.observation.ResourceChange;
import dev.drift.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Turns the expressions of the code into declarations.
 *
 * <p>A plan lists which variable an expression refers to, not what the expression makes of it: {@code var.name} and
 * {@code "${var.name}-web"} look the same. The value of a variable is therefore believed only where the object has, or had at
 * the last apply, that very value; everywhere else the expression is unknown.
 */
final class Declared {

    private final Map<String, List<Value>> witnesses = new HashMap<>();
    private final Map<String, Value> declared = new HashMap<>();

    private Declared(Stream<ResourceChange> changes) {
        changes.forEach(change -> {
            List<Value> moments =
                    witnesses.computeIfAbsent(change.address().configurationAddress(), none -> new ArrayList<>());
            moments.add(change.before().value());
            moments.add(change.after().value());
        });
    }

    /** What the code declares for the objects of the changes; live and last applied values are the witnesses. */
    static Declarations from(Configuration root, Map<String, Value> variables, Stream<ResourceChange> changes) {
        Declared result = new Declared(changes);
        result.collect(root, VariableScope.root(variables, root));
        return new Declarations(result.declared);
    }

    private void collect(Configuration module, VariableScope scope) {
        module.resources()
                .forEach((address, expressions) ->
                        declared.put(address, block(expressions, scope, witnesses.getOrDefault(address, List.of()))));
        module.calls().values().forEach(call -> collect(call.module(), scope.within(call)));
    }

    private static Value block(Value expressions, VariableScope scope, List<Value> seen) {
        Map<String, Value> arguments = new LinkedHashMap<>();
        if (expressions instanceof Value.Fields fields) {
            fields.values()
                    .forEach((name, expression) -> arguments.put(name, argument(expression, scope, at(seen, name))));
        }
        return Value.of(arguments);
    }

    private static Value argument(Value expression, VariableScope scope, List<Value> seen) {
        if (expression instanceof Value.Items blocks) {
            return Value.of(blocks.values().stream()
                    .map(inner -> block(inner, scope, seen))
                    .toList());
        }
        Map<String, Value> parts = expression instanceof Value.Fields fields ? fields.values() : Map.of();
        if (parts.containsKey("constant_value")) {
            Value constant = scope.evaluated(expression);
            return seen.stream()
                    .filter(value -> Conversions.same(constant, value))
                    .findFirst()
                    .orElse(constant);
        }
        if (parts.isEmpty() || parts.containsKey("references")) {
            Value variable = scope.evaluated(expression);
            return seen.stream()
                    .filter(value -> Conversions.same(variable, value))
                    .findFirst()
                    .orElse(Value.unknown());
        }
        return block(expression, scope, seen);
    }

    /** The values below a name, through lists: the blocks of a set have no lasting positions. */
    private static List<Value> at(List<Value> seen, String name) {
        return seen.stream()
                .flatMap(Declared::itemsOrItself)
                .map(value -> value.field(name))
                .filter(value -> !value.isNull())
                .toList();
    }

    private static Stream<Value> itemsOrItself(Value value) {
        return value instanceof Value.Items items ? items.values().stream() : Stream.of(value);
    }
}
