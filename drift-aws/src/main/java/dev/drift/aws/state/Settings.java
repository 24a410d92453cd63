package dev.drift.aws.state;

import dev.drift.aws.state.StateException.Kind;
import dev.drift.code.StateLocation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * What a backend, or a key provider, is told: by its code, and by the environment the tool would be run with. Nothing is an
 * empty text.
 *
 * @param written the settings of the code
 * @param environment the variables of the tool's process
 */
record Settings(Map<String, String> written, Map<String, String> environment) {

    private static final Set<String> ABOUT_THE_OBJECT = Set.of(
            "bucket",
            "key",
            "workspace_key_prefix",
            "encrypt",
            "sse_customer_key",
            "kms_key_id",
            "acl",
            "use_lockfile",
            "dynamodb_table");

    Settings {
        written = Map.copyOf(written);
        environment = Map.copyOf(environment);
    }

    /**
     * The settings of a backend.
     *
     * @throws StateException if one of those that matter is not known
     */
    static Settings of(StateLocation.Backend backend, Map<String, String> environment, Predicate<String> matters)
            throws StateException {
        Optional<String> opaque = backend.opaque().stream().filter(matters).findFirst();
        if (opaque.isPresent()) {
            throw undetermined(opaque.get(), "is no literal");
        }
        return new Settings(backend.settings(), environment);
    }

    /** The first of the settings with a value. */
    Optional<String> text(String... names) {
        return first(written, names);
    }

    /** The first of the variables with a value. */
    Optional<String> variable(String... names) {
        return first(environment, names);
    }

    /** The setting, without which nothing can be found. */
    String required(String name) throws StateException {
        return text(name).orElseThrow(() -> undetermined(name, "is not written in the code"));
    }

    /** Whether one of the settings is true. */
    boolean isOn(String... names) {
        return text(names).filter("true"::equals).isPresent();
    }

    /** Whether the variable means yes. */
    boolean isOnByVariable(String name) {
        return variable(name)
                .filter(value -> value.toLowerCase(Locale.ROOT).equals("true"))
                .isPresent();
    }

    /** The items of a list. */
    List<String> list(String name) {
        return IntStream.iterate(0, place -> written.containsKey(name + "." + place), place -> place + 1)
                .mapToObj(place -> written.getOrDefault(name + "." + place, ""))
                .toList();
    }

    /** The fields of an object. */
    Map<String, String> below(String name) {
        Map<String, String> fields = new TreeMap<>();
        written.forEach((setting, value) -> {
            if (setting.startsWith(name + ".")) {
                fields.put(setting.substring(name.length() + 1), value);
            }
        });
        return fields;
    }

    /** Only what decides how AWS is reached and by whom: equal ones are reached by the same clients. */
    Settings ofAccess() {
        Map<String, String> access = new TreeMap<>(written);
        access.keySet().removeAll(ABOUT_THE_OBJECT);
        Map<String, String> variables = new TreeMap<>();
        environment.forEach((name, value) -> {
            if (name.startsWith("AWS_") || name.equals("HOME")) {
                variables.put(name, value);
            }
        });
        return new Settings(access, variables);
    }

    /** Settings and variables may be secrets, so they are not printed. */
    @Override
    public String toString() {
        return written.keySet().toString();
    }

    static StateException undetermined(String setting, String why) {
        return new StateException(Kind.UNDETERMINED, "the setting \"" + setting + "\" of the backend " + why);
    }

    private static Optional<String> first(Map<String, String> values, String... names) {
        return Arrays.stream(names)
                .map(name -> values.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst();
    }
}
