package dev.drift.terramate.plan;

import dev.drift.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Builds an object from the fields of another one that are named; all others are left behind. */
final class Allowed {

    private static final Set<String> ACTIONS =
            Set.of("no-op", "create", "read", "update", "delete", "forget", "open", "renew", "close");

    private final Value from;
    private final Cleaning cleaning;
    private final Map<String, Value> fields = new LinkedHashMap<>();

    private Allowed(Value from, Cleaning cleaning) {
        this.from = from;
        this.cleaning = cleaning;
    }

    static Allowed of(Value from, Cleaning cleaning) {
        return new Allowed(from, cleaning);
    }

    /** These fields as they are, secrets in them hidden. */
    Allowed plain(String... names) {
        for (String name : names) {
            with(name, cleaning::clean);
        }
        return this;
    }

    /** One field, turned into what may be shown of it. */
    Allowed with(String name, UnaryOperator<Value> shown) {
        if (from instanceof Value.Fields object && object.values().containsKey(name)) {
            fields.put(name, shown.apply(from.field(name)));
        }
        return this;
    }

    /** Fields that hold marks, which are true, false and what they lie in. */
    Allowed marks(String... names) {
        for (String name : names) {
            with(name, this::marks);
        }
        return this;
    }

    /** The field that lists what is done, in words of Terraform. */
    Allowed actions() {
        return with(
                "actions",
                words -> Value.of(words.items().stream()
                        .filter(word -> word.text().filter(ACTIONS::contains).isPresent())
                        .toList()));
    }

    Value value() {
        return Value.of(fields);
    }

    private Value marks(Value marks) {
        if (marks instanceof Value.Fields inner) {
            Map<String, Value> clean = new LinkedHashMap<>();
            inner.values().forEach((name, mark) -> {
                String shown = cleaning.secrets().areIn(name) ? SanitizedPlan.HIDDEN : name;
                clean.put(shown, marks(mark));
            });
            return Value.of(clean);
        }
        if (marks instanceof Value.Items items) {
            return Value.of(items.values().stream().map(this::marks).toList());
        }
        return marks instanceof Value.Bool ? marks : Value.of(false);
    }
}
