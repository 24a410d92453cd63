package dev.drift.terramate.plan;

import dev.drift.value.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Marks of sensitive places, merged from everywhere the plan marks the same object: what one section marks is hidden in all.
 * The items of a list share their marks, because the positions of marks and items need not agree.
 *
 * @param all whether the place itself is marked
 * @param fields the marks of its fields
 * @param items the marks of its items, whichever
 */
record Sensitive(boolean all, Map<String, Sensitive> fields, Optional<Sensitive> items) {

    static final Sensitive NOTHING = new Sensitive(false, Map.of(), Optional.empty());
    static final Sensitive ALL = new Sensitive(true, Map.of(), Optional.empty());

    Sensitive {
        fields = Map.copyOf(fields);
    }

    /** The marks in the form Terraform writes them. */
    static Sensitive of(Value marks) {
        if (marks instanceof Value.Bool mark) {
            return mark.value() ? ALL : NOTHING;
        }
        if (marks instanceof Value.Fields fields) {
            Map<String, Sensitive> inner = new HashMap<>();
            fields.values().forEach((name, mark) -> {
                Sensitive below = of(mark);
                if (!below.equals(NOTHING)) {
                    inner.put(name, below);
                }
            });
            return inner.isEmpty() ? NOTHING : new Sensitive(false, inner, Optional.empty());
        }
        Sensitive any = marks.items().stream().map(Sensitive::of).reduce(NOTHING, Sensitive::and);
        return any.equals(NOTHING) ? NOTHING : new Sensitive(false, Map.of(), Optional.of(any));
    }

    /** What either of the two marks. */
    Sensitive and(Sensitive other) {
        if (all || other.all) {
            return ALL;
        }
        Map<String, Sensitive> both = new HashMap<>(fields);
        other.fields.forEach((name, mark) -> both.merge(name, mark, Sensitive::and));
        Optional<Sensitive> either = items.isEmpty() ? other.items : items.map(item -> item.and(other.item()));
        return new Sensitive(false, both, either);
    }

    Sensitive field(String name) {
        return fields.getOrDefault(name, NOTHING);
    }

    Sensitive item() {
        return items.orElse(NOTHING);
    }
}
