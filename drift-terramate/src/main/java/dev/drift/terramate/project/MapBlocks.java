package dev.drift.terramate.project;

import dev.drift.config.Problems;
import dev.drift.terramate.hcl.Block;

/** The rules of {@code map} blocks in {@code globals} and {@code lets}, which may nest through their {@code value} block. */
final class MapBlocks {

    private MapBlocks() {}

    static void check(Block map, Problems problems) {
        if (map.labels().isEmpty()) {
            note(map, "Block \"map\" takes at least 1 label, not 0", problems);
        }
        for (String wanted : new String[] {"for_each", "key"}) {
            if (map.body().attribute(wanted).isEmpty()) {
                note(map, "Attribute \"map." + wanted + "\" is missing", problems);
            }
        }
        int values = map.body().blocks("value").size()
                + (map.body().attribute("value").isPresent() ? 1 : 0);
        if (values != 1) {
            note(map, "A map has one attribute or block \"value\", not " + values, problems);
        }
        map.body().blocks().forEach(nested -> checkNested(nested, problems));
    }

    private static void checkNested(Block nested, Problems problems) {
        if (!nested.type().equals("value")) {
            note(nested, "Unknown block \"" + nested.type() + "\" in block \"map\"", problems);
            return;
        }
        for (Block inner : nested.body().blocks()) {
            if (inner.type().equals("map")) {
                check(inner, problems);
            } else {
                note(inner, "Unknown block \"" + inner.type() + "\" in block \"map.value\"", problems);
            }
        }
    }

    private static void note(Block block, String message, Problems problems) {
        problems.add(block.header().toString(), message);
    }
}
