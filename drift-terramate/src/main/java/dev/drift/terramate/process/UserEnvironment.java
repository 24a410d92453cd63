package dev.drift.terramate.process;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The variables a tool is started with: those of the user, passed on, and what is laid over them. Immutable.
 *
 * @param variables all of them, by name
 */
public record UserEnvironment(Map<String, String> variables) {

    public UserEnvironment {
        Map<String, String> copy = new TreeMap<>(variables);
        copy.forEach((name, value) -> requireNonNull(value, "value is null"));
        variables = Collections.unmodifiableMap(copy);
    }

    /** The environment this process was started with. */
    public static UserEnvironment ofThisProcess() {
        return new UserEnvironment(System.getenv());
    }

    /** The value of a variable; empty if it is not set, or set to nothing. */
    public Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
    }

    /** With these variables laid over. */
    public UserEnvironment with(Map<String, String> more) {
        Map<String, String> merged = new TreeMap<>(variables);
        merged.putAll(more);
        return new UserEnvironment(merged);
    }

    /** With one variable laid over. */
    public UserEnvironment with(String name, String value) {
        return with(Map.of(name, value));
    }

    /** Without the variables of these names. */
    public UserEnvironment without(String... names) {
        return withoutThose(Arrays.asList(names)::contains);
    }

    /** Without the variables whose name is told so. */
    public UserEnvironment withoutThose(Predicate<String> named) {
        Map<String, String> rest = new TreeMap<>(variables);
        rest.keySet().removeIf(named);
        return new UserEnvironment(rest);
    }

    /** The names only: values may be secrets. */
    @Override
    public String toString() {
        return variables.keySet().toString();
    }
}
