package dev.drift.diagnosis;

import dev.drift.value.Value;
import dev.drift.value.ValuePath;
import java.util.LinkedHashMap;
import java.util.Map;

/** Looks into values by path. */
final class Places {

    private Places() {}

    /** What stands at the place, null if nothing, unknown if it lies below something unknown. Sets cannot be looked into. */
    static Value at(Value value, ValuePath place) {
        Value here = value;
        for (ValuePath.Step step : place.steps()) {
            if (here instanceof Value.Unknown) {
                return here;
            }
            here = step(here, step);
        }
        return here;
    }

    private static Value step(Value here, ValuePath.Step step) {
        if (step instanceof ValuePath.Field field) {
            return here.field(field.name());
        }
        if (step instanceof ValuePath.Index index
                && index.position() < here.items().size()) {
            return here.items().get(index.position());
        }
        return Value.ofNull();
    }

    /** The object with one field changed; the value itself if it is no object. */
    static Value with(Value object, String field, Value value) {
        if (!(object instanceof Value.Fields fields)) {
            return object;
        }
        Map<String, Value> changed = new LinkedHashMap<>(fields.values());
        changed.put(field, value);
        return Value.of(changed);
    }

    /** The place without positions: marks of lists may be shifted against the items they belong to. */
    static ValuePath anywhere(ValuePath place) {
        ValuePath general = ValuePath.ROOT;
        for (ValuePath.Step step : place.steps()) {
            general = step instanceof ValuePath.Field field ? general.field(field.name()) : general.element();
        }
        return general;
    }

    /** The first steps of a place. */
    static ValuePath start(ValuePath place, int steps) {
        return new ValuePath(place.steps().subList(0, steps));
    }
}
