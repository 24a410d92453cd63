package dev.drift.terramate.project;

import dev.drift.config.Problems;
import dev.drift.terramate.hcl.Block;
import dev.drift.terramate.hcl.Expression;
import java.util.List;

/** Rules of single blocks about how their parts go together. */
final class Checks {

    private Checks() {}

    static void labelIsNotEmpty(Block block, Problems problems) {
        if (block.labels().equals(List.of(""))) {
            note(block, "The label of block \"" + block.type() + "\" is empty", problems);
        }
    }

    static void atLeastOne(String type, Block block, Problems problems) {
        if (block.body().blocks(type).isEmpty()) {
            note(block, "Block \"" + block.type() + "\" needs a block \"" + type + "\"", problems);
        }
    }

    static void atMostOne(String type, Block block, Problems problems) {
        block.body().blocks(type).stream()
                .skip(1)
                .forEach(second -> note(second, "Block \"" + type + "\" stands here a second time", problems));
    }

    static void exactlyOne(String type, Block block, Problems problems) {
        atLeastOne(type, block, problems);
        atMostOne(type, block, problems);
    }

    static void commandOrCommands(Block block, Problems problems) {
        boolean one = block.body().attribute("command").isPresent();
        boolean many = block.body().attribute("commands").isPresent();
        if (one == many) {
            note(block, "A job has either \"command\" or \"commands\"", problems);
        }
    }

    /** Files generated once for the repository have no stacks to choose or to inherit from. */
    static void contextOfRoot(Block block, Problems problems) {
        boolean root = block.body()
                .attribute("context")
                .filter(context -> context.expression() instanceof Expression.Variable word
                        && word.name().equals("root"))
                .isPresent();
        if (root
                && (block.body().attribute("inherit").isPresent()
                        || !block.body().blocks("stack_filter").isEmpty())) {
            note(block, "\"inherit\" and \"stack_filter\" need context = stack", problems);
        }
    }

    private static void note(Block block, String message, Problems problems) {
        problems.add(block.header().toString(), message);
    }
}
