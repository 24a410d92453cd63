package dev.drift.terramate.code;

import dev.drift.code.StateLocation;
import dev.drift.terramate.hcl.Block;
import dev.drift.value.Value;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Turns {@code backend} and {@code cloud} blocks into the place of a state. */
final class Backends {

    private Backends() {}

    /** The place that the block names; without one a state lies beside the code. */
    static StateLocation of(Optional<Block> block, String workspace) {
        if (block.isEmpty()) {
            return new StateLocation.Backend("local", Map.of(), workspace);
        }
        String type = block.get().label(0).orElse("cloud");
        return new StateLocation.Backend(type, settings(Literals.of(block.get().body())), workspace);
    }

    /** The settings that are literals; those of a nested object or block stand behind a dot. */
    static Map<String, String> settings(Map<String, Value> values) {
        Map<String, String> settings = new TreeMap<>();
        values.forEach((name, value) -> put(name, value, settings));
        return settings;
    }

    private static void put(String name, Value value, Map<String, String> settings) {
        if (value instanceof Value.Text || value instanceof Value.Bool || value instanceof Value.Decimal) {
            settings.put(name, value.toString());
        } else if (value instanceof Value.Fields fields) {
            fields.values().forEach((inner, below) -> put(name + "." + inner, below, settings));
        } else if (value.items().size() == 1 && value.items().get(0) instanceof Value.Fields) {
            put(name, value.items().get(0), settings);
        }
    }
}
