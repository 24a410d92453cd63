package dev.drift.terramate.eval;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What an expression may refer to. Immutable.
 *
 * @param variables by their first name: {@code global.a.b} is found in the object {@code global}
 * @param functions what may be called
 */
public record Scope(Map<String, HclValue> variables, FunctionTable functions) {

    public Scope {
        variables = Map.copyOf(variables);
        Objects.requireNonNull(functions, "functions is null");
    }

    /** Functions and no variables, as Terramate evaluates stack blocks. */
    public static Scope of(FunctionTable functions) {
        return new Scope(Map.of(), functions);
    }

    /** This scope with one more variable, which hides one of the same name. */
    public Scope with(String name, HclValue value) {
        Map<String, HclValue> more = new HashMap<>(variables);
        more.put(name, value);
        return new Scope(more, functions);
    }

    Optional<HclValue> variable(String name) {
        return Optional.ofNullable(variables.get(name));
    }
}
