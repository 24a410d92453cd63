package dev.drift.terramate.project;

import dev.drift.config.Problems;
import dev.drift.terramate.hcl.Block;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Holds the blocks of one directory against what Terramate knows. */
final class Schema {

    private final String path;
    private final Set<String> experiments;
    private final Problems problems;
    private final MergedBlocks merged = new MergedBlocks();
    private final Set<String> unique = new HashSet<>();
    private final Set<List<String>> scripts = new HashSet<>();
    private final Map<String, List<Block>> components = new TreeMap<>();

    Schema(String path, Set<String> experiments, Problems problems) {
        this.path = path;
        this.experiments = experiments;
        this.problems = problems;
    }

    void check(List<SourcedBlock> blocks) {
        blocks.forEach(this::check);
        components.values().stream()
                .filter(parts -> parts.stream()
                        .noneMatch(part -> part.body().attribute("source").isPresent()))
                .forEach(parts -> note(parts.get(0), "Attribute \"component.source\" is missing"));
    }

    private void check(SourcedBlock sourced) {
        Block block = sourced.block();
        TerramateBlocks.check(block, experiments, problems);
        if (TerramateBlocks.MERGED.contains(block.type())) {
            merged.add(block, sourced.directory(), problems);
        }
        switch (block.type()) {
            case "stack", "vendor" -> {
                if (!unique.add(block.type())) {
                    note(block, "Block \"" + block.type() + "\" stands in this directory a second time");
                }
            }
            case "script" -> {
                if (!scripts.add(block.labels())) {
                    note(block, "Script \"" + String.join(" ", block.labels()) + "\" stands here a second time");
                }
            }
            case "component" ->
                components
                        .computeIfAbsent(block.label(0).orElse(""), unused -> new ArrayList<>())
                        .add(block);
            case "bundle" -> note(block, Bundles.NOT_UNDERSTOOD);
            case "environment" -> checkEnvironment(block);
            default -> {}
        }
    }

    /** Only the root's environments are evaluated when a project is loaded. */
    private void checkEnvironment(Block block) {
        if (path.equals("/")) {
            for (String wanted : List.of("id", "name")) {
                if (block.body().attribute(wanted).isEmpty()) {
                    note(block, "Attribute \"environment." + wanted + "\" is missing");
                }
            }
        }
    }

    private void note(Block block, String message) {
        problems.add(block.header().toString(), message);
    }
}
