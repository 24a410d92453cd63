package dev.drift.terramate.plan;

import com.fasterxml.jackson.core.JsonParser;
import dev.drift.diagnosis.Secrets;
import dev.drift.observation.KnownSecrets;
import dev.drift.value.Value;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a plan for nothing but what it marks as sensitive: which places of which objects, and the values that stand there. */
final class SecretSearch {

    /** Letters and digits, as nobody writes words. */
    private static final Pattern MIXED = Pattern.compile("(?s)(?=.*[A-Za-z])(?=.*[0-9])[^\\s/]{8,}");

    private final Set<Value> secrets = new LinkedHashSet<>();
    private final Map<String, Sensitive> marks = new HashMap<>();
    private final Map<String, Value> variables = new HashMap<>();
    private final Set<String> secretVariables = new HashSet<>();

    /** A search that knows some secrets before it begins. */
    SecretSearch(Set<String> known) {
        known.forEach(secret -> secrets.add(Value.of(secret)));
    }

    /** Reads the whole document, the parser standing at its first token. */
    void read(JsonParser parser) throws IOException {
        ObjectReader.of(parser).forEach(section -> {
            switch (section) {
                case "resource_drift", "resource_changes" ->
                    ObjectReader.of(parser).forEachItem(() -> change(ValueReader.read(parser)));
                case "deferred_changes" ->
                    ObjectReader.of(parser)
                            .forEachItem(() -> change(ValueReader.read(parser).field("resource_change")));
                case "output_changes" -> ObjectReader.of(parser).forEach(output -> compared(ValueReader.read(parser)));
                case "planned_values" -> values(parser);
                case "prior_state" ->
                    ObjectReader.of(parser).forEach(field -> {
                        if (field.equals("values")) {
                            values(parser);
                        }
                    });
                case "variables" ->
                    ObjectReader.of(parser)
                            .forEach(name ->
                                    variables.put(name, ValueReader.read(parser).field("value")));
                case "configuration" -> configuration(parser);
                default -> {}
            }
        });
        variables.forEach((name, value) -> {
            if (secretVariables.contains(name) || isCalledSecret(name, value)) {
                secrets.add(value);
            }
        });
    }

    /** What was found so far. */
    KnownSecrets secrets() {
        return KnownSecrets.of(secrets.stream());
    }

    /** The marks of all sections for an object. */
    Sensitive at(String address) {
        return marks.getOrDefault(address, Sensitive.NOTHING);
    }

    /** Whether a variable of the root module is sensitive. */
    boolean isSecretVariable(String name) {
        return secretVariables.contains(name);
    }

    private static boolean isCalledSecret(String name, Value value) {
        return Secrets.redacted(Value.of(Map.of(name, value))).field(name) instanceof Value.Redacted;
    }

    private void change(Value entry) {
        note(entry.field("address").text().orElse(""), compared(entry.field("change")));
    }

    private Sensitive compared(Value change) {
        Sensitive either =
                Sensitive.of(change.field("before_sensitive")).and(Sensitive.of(change.field("after_sensitive")));
        collect(change.field("before"), either);
        collect(change.field("after"), either);
        return either;
    }

    private void values(JsonParser parser) throws IOException {
        ObjectReader.of(parser).forEach(part -> {
            if (part.equals("outputs")) {
                ObjectReader.of(parser).forEach(name -> output(ValueReader.read(parser)));
            } else if (part.equals("root_module")) {
                module(parser);
            }
        });
    }

    private void module(JsonParser parser) throws IOException {
        ObjectReader.of(parser).forEach(part -> {
            if (part.equals("resources")) {
                ObjectReader.of(parser).forEachItem(() -> object(ValueReader.read(parser)));
            } else if (part.equals("child_modules")) {
                ObjectReader.of(parser).forEachItem(() -> module(parser));
            }
        });
    }

    private void object(Value resource) {
        Sensitive sensitive = Sensitive.of(resource.field("sensitive_values"));
        collect(resource.field("values"), sensitive);
        note(resource.field("address").text().orElse(""), sensitive);
    }

    private void output(Value output) {
        if (output.field("sensitive").equals(Value.of(true))) {
            secrets.add(output.field("value"));
        }
    }

    private void configuration(JsonParser parser) throws IOException {
        ObjectReader.of(parser).forEach(part -> {
            if (part.equals("root_module")) {
                secretVariables.addAll(code(parser));
            }
        });
    }

    /** The names of the module's sensitive variables. */
    private Set<String> code(JsonParser parser) throws IOException {
        Set<String> names = new HashSet<>();
        ObjectReader.of(parser).forEach(part -> {
            switch (part) {
                case "variables" ->
                    ObjectReader.of(parser).forEach(name -> {
                        Value variable = ValueReader.read(parser);
                        if (variable.field("sensitive").equals(Value.of(true))) {
                            names.add(name);
                            secrets.add(variable.field("default"));
                        }
                    });
                case "outputs" ->
                    ObjectReader.of(parser).forEach(name -> {
                        Value output = ValueReader.read(parser);
                        if (output.field("sensitive").equals(Value.of(true))) {
                            secrets.add(output.field("expression").field("constant_value"));
                        }
                    });
                case "module_calls" -> ObjectReader.of(parser).forEach(call -> call(parser));
                default -> {}
            }
        });
        return names;
    }

    private void call(JsonParser parser) throws IOException {
        Map<String, Value> arguments = new HashMap<>();
        Set<String> names = new HashSet<>();
        ObjectReader.of(parser).forEach(part -> {
            if (part.equals("expressions")) {
                arguments.putAll(ValueReader.fields(parser));
            } else if (part.equals("module")) {
                names.addAll(code(parser));
            }
        });
        names.forEach(
                name -> secrets.add(arguments.getOrDefault(name, Value.ofNull()).field("constant_value")));
    }

    private void note(String address, Sensitive sensitive) {
        if (!sensitive.equals(Sensitive.NOTHING)) {
            marks.merge(address, sensitive, Sensitive::and);
        }
    }

    /**
     * What nobody marked is a secret by its name only if it looks like one: attributes are called after secrets that hold a
     * choice or a word.
     */
    private void collect(Value value, Sensitive sensitive) {
        if (sensitive.all()) {
            secrets.add(value);
        } else if (value instanceof Value.Fields fields) {
            fields.values().forEach((name, field) -> {
                if (Secrets.areNamed(name)
                        && field.text().filter(MIXED.asMatchPredicate()).isPresent()) {
                    secrets.add(field);
                }
                collect(field, sensitive.field(name));
            });
        } else {
            value.items().forEach(item -> collect(item, sensitive.item()));
        }
    }
}
