package dev.drift.terramate.plan;

import dev.drift.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The variables of one module, as far as constants lead to them. */
final class VariableScope {

    private static final String VARIABLE = "var.";

    private final Function<String, Optional<Value>> given;
    private final Map<String, Value> defaults;

    private VariableScope(Function<String, Optional<Value>> given, Map<String, Value> defaults) {
        this.given = given;
        this.defaults = defaults;
    }

    /** The variables of the root module: what the plan was made with, else their defaults. */
    static VariableScope root(Map<String, Value> variables, Configuration root) {
        return new VariableScope(name -> Optional.ofNullable(variables.get(name)), root.defaults());
    }

    /** The variables of a module called from this one: what the call hands in, else their defaults. */
    VariableScope within(Configuration.ModuleCall call) {
        return new VariableScope(
                name -> call.arguments() instanceof Value.Fields fields
                                && fields.values().containsKey(name)
                        ? Optional.of(evaluated(fields.values().get(name)))
                        : Optional.empty(),
                call.module().defaults());
    }

    /** The value of an expression: a constant, or what the variable it refers to stands for; else unknown. */
    Value evaluated(Value expression) {
        if (expression instanceof Value.Fields fields && fields.values().containsKey("constant_value")) {
            return fields.values().get("constant_value");
        }
        return onlyReference(expression.field("references").items())
                .flatMap(this::variable)
                .orElse(Value.unknown());
    }

    /** {@code var.tags["team"]} is listed together with {@code var.tags}; two different variables are no single reference. */
    private static Optional<String> onlyReference(List<Value> references) {
        Optional<String> longest = references.stream().findFirst().flatMap(Value::text);
        return longest.filter(first -> first.startsWith(VARIABLE)
                && references.stream()
                        .allMatch(other -> first.startsWith(other.text().orElse("?"))));
    }

    private Optional<Value> variable(String reference) {
        String[] steps = reference.substring(VARIABLE.length()).split("\\.", -1);
        Optional<Value> found = given.apply(steps[0]).or(() -> Optional.ofNullable(defaults.get(steps[0])));
        for (int step = 1; step < steps.length; step++) {
            String name = steps[step];
            found = found.map(value -> value.field(name)).filter(value -> !value.isNull());
        }
        return found;
    }
}
