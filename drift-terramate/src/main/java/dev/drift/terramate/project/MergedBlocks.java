package dev.drift.terramate.project;

import dev.drift.config.Problems;
import dev.drift.terramate.hcl.Attribute;
import dev.drift.terramate.hcl.Block;
import dev.drift.terramate.hcl.Body;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Blocks of one type and with the same labels, read as one. An attribute may be set once per directory; what a directory
 * sets itself stands before what it imports.
 */
final class MergedBlocks {

    private final Map<String, Path> attributes = new HashMap<>();
    private final Map<List<String>, MergedBlocks> blocks = new HashMap<>();

    /** Adds a body that lies in a directory and notes what it sets again. */
    void add(Body body, Path directory, Problems problems) {
        body.attributes().values().forEach(attribute -> add(attribute, directory, problems));
        for (Block block : body.blocks()) {
            blocks.computeIfAbsent(key(block), unused -> new MergedBlocks()).add(block.body(), directory, problems);
        }
    }

    /** Adds a block beside others and notes what it sets again. */
    void add(Block block, Path directory, Problems problems) {
        blocks.computeIfAbsent(key(block), unused -> new MergedBlocks()).add(block.body(), directory, problems);
    }

    private void add(Attribute attribute, Path directory, Problems problems) {
        if (directory.equals(attributes.put(attribute.name(), directory))) {
            problems.add(
                    attribute.nameSpan().toString(),
                    "Attribute \"" + attribute.name() + "\" is set in this directory a second time");
        }
    }

    private static List<String> key(Block block) {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(block.type()), block.labels().stream())
                .toList();
    }
}
