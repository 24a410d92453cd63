package dev.drift.terramate.project;

import static dev.drift.terramate.project.ValueRule.ANYTHING;

import dev.drift.config.Problems;
import dev.drift.terramate.hcl.Block;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The blocks that may stand at the top of a Terramate file, and what may stand in them. What only code generation evaluates
 * is open; {@code stack} blocks and imports have readers of their own, and {@code define} is left to Terramate.
 */
final class TerramateBlocks {

    /** The experiment that brings {@code script}. */
    private static final String SCRIPTS = "scripts";

    /** The experiment that brings {@code sharing_backend}, {@code input} and {@code output}. */
    private static final String SHARING = "outputs-sharing";

    /** Which experiment a block needs. */
    static final Map<String, String> EXPERIMENTS =
            Map.of("script", SCRIPTS, "sharing_backend", SHARING, "input", SHARING, "output", SHARING);

    /** Blocks whose parts in several files of a directory become one. */
    static final Set<String> MERGED = Set.of("terramate", "globals", "define", "component", "bundle");

    static final Map<String, BlockRule> RULES = rules();

    private TerramateBlocks() {}

    private static Map<String, BlockRule> rules() {
        Map<String, BlockRule> rules = new TreeMap<>();
        rules.put("terramate", ProjectSettings.RULE);
        rules.put("stack", BlockRule.anything());
        rules.put("import", BlockRule.plain().with("source", ANYTHING).requiring("source"));
        rules.put(
                "globals", BlockRule.plain().labelled(0, 256).withAnyAttribute().with("map", map()));
        rules.put("assert", assertion());
        rules.put("generate_hcl", generateHcl());
        rules.put("generate_file", generateFile());
        rules.put("script", script());
        rules.put("vendor", vendor());
        rules.put("sharing_backend", sharingBackend());
        rules.put("input", shared("from_stack_id", "mock").requiring("from_stack_id"));
        rules.put("output", shared("description"));
        rules.put("scaffold", BlockRule.plain().labelled(0, Integer.MAX_VALUE).withAny("package_sources"));
        rules.put("environment", BlockRule.plain().withAny("id", "name", "description", "promote_from"));
        rules.put("define", BlockRule.anything());
        rules.put("component", BlockRule.anything().labelled(1, 2));
        rules.put("bundle", BlockRule.anything());
        return rules;
    }

    private static BlockRule map() {
        return BlockRule.anything().checked(MapBlocks::check);
    }

    private static BlockRule lets() {
        return BlockRule.plain().withAnyAttribute().with("map", map());
    }

    private static BlockRule assertion() {
        return BlockRule.plain().withAny("assertion", "message", "warning").requiring("assertion", "message");
    }

    private static BlockRule stackFilter() {
        return BlockRule.plain()
                .with("project_paths", ValueRules.SOME_TEXTS)
                .with("repository_paths", ValueRules.SOME_TEXTS);
    }

    private static BlockRule generated() {
        return BlockRule.plain()
                .labelled(1, 1)
                .withAny("condition", "inherit")
                .with("lets", lets())
                .with("assert", assertion())
                .with("stack_filter", stackFilter())
                .checked(Checks::labelIsNotEmpty);
    }

    private static BlockRule generateHcl() {
        return generated()
                .with("content", BlockRule.anything().labelled(0, 0))
                .checked((block, problems) -> Checks.exactlyOne("content", block, problems));
    }

    private static BlockRule generateFile() {
        return generated()
                .withAny("content")
                .with("context", ValueRules.keyword("stack", "root"))
                .requiring("content")
                .checked(Checks::contextOfRoot);
    }

    private static BlockRule script() {
        BlockRule job = BlockRule.plain()
                .labelled(0, Integer.MAX_VALUE)
                .withAny("name", "description", "command", "commands")
                .checked(Checks::commandOrCommands);
        return BlockRule.plain()
                .labelled(1, Integer.MAX_VALUE)
                .withAny("name", "description")
                .with("job", job)
                .with("lets", lets())
                .checked((block, problems) -> Checks.atLeastOne("job", block, problems));
    }

    private static BlockRule vendor() {
        BlockRule files = BlockRule.plain().labelled(0, Integer.MAX_VALUE).with("files", ValueRules.TEXTS);
        BlockRule manifest = BlockRule.plain()
                .with("default", files)
                .checked((block, problems) -> Checks.atMostOne("default", block, problems));
        return BlockRule.plain()
                .with("dir", ValueRules.TEXT)
                .with("manifest", manifest)
                .checked((block, problems) -> Checks.atMostOne("manifest", block, problems));
    }

    private static BlockRule sharingBackend() {
        return BlockRule.plain()
                .labelled(1, 1)
                .with("type", ValueRules.keyword("terraform"))
                .withAny("filename", "command")
                .withAnyBlock()
                .requiring("type", "filename", "command");
    }

    private static BlockRule shared(String... more) {
        return BlockRule.plain()
                .labelled(1, 1)
                .withAny("backend", "value", "sensitive")
                .withAny(more)
                .withAnyBlock()
                .requiring("backend", "value");
    }

    /** Notes what is wrong with a block at the top of a file. */
    static void check(Block block, Set<String> experiments, Problems problems) {
        String type = block.type();
        BlockRule rule = RULES.get(type);
        if (rule == null) {
            problems.add(block.header().toString(), "Unknown block \"" + type + "\"");
        } else if (EXPERIMENTS.containsKey(type) && !experiments.contains(EXPERIMENTS.get(type))) {
            problems.add(
                    block.header().toString(),
                    "Block \"" + type + "\" needs terramate.config.experiments = [\"" + EXPERIMENTS.get(type) + "\"]");
        } else {
            rule.check(block, type, problems);
        }
    }
}
