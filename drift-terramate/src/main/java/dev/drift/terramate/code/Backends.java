package dev.drift.terramate.code;

import dev.drift.code.StateLocation;
import dev.drift.terramate.hcl.Block;
import dev.drift.value.Value;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Turns {@code backend} and {@code cloud} blocks into the place of a state. */
final class Backends {

    private Backends() {}

    /** The place that the block names; without one a state lies beside the code. */
    static StateLocation of(Optional<Block> block, String workspace) {
        if (block.isEmpty()) {
            return new StateLocation.Backend("local", Map.of(), workspace);
        }
        String type = block.get().label(0).orElse("cloud");
        return of(type, Literals.of(block.get().body()), workspace);
    }

    /** The place that these settings name. Settings of a nested object stand behind a dot, as do the places in a list. */
    static StateLocation of(String type, Map<String, Value> values, String workspace) {
        Map<String, String> settings = new TreeMap<>();
        Set<String> opaque = new TreeSet<>();
        values.forEach((name, value) -> put(name, value, settings, opaque));
        return new StateLocation.Backend(type, settings, opaque, workspace);
    }

    private static void put(String name, Value value, Map<String, String> settings, Set<String> opaque) {
        if (value instanceof Value.Text || value instanceof Value.Bool || value instanceof Value.Decimal) {
            settings.put(name, value.toString());
        } else if (value instanceof Value.Fields fields) {
            fields.values().forEach((inner, below) -> put(name + "." + inner, below, settings, opaque));
        } else if (value.items().size() == 1 && value.items().get(0) instanceof Value.Fields) {
            put(name, value.items().get(0), settings, opaque);
        } else if (value instanceof Value.Items list) {
            for (int place = 0; place < list.values().size(); place++) {
                put(name + "." + place, list.values().get(place), settings, opaque);
            }
        } else if (!value.isNull()) {
            opaque.add(name);
        }
    }
}
