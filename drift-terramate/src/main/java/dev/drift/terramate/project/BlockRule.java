package dev.drift.terramate.project;

import dev.drift.config.Problems;
import dev.drift.terramate.hcl.Attribute;
import dev.drift.terramate.hcl.Block;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What may stand in a block.
 *
 * @param labels how many labels it takes
 * @param attributes the attributes it knows; {@code *} stands for every other name
 * @param required the attributes it must have
 * @param blocks the blocks it knows; {@code *} stands for every other type
 * @param checks what else holds
 */
record BlockRule(
        Labels labels,
        Map<String, ValueRule> attributes,
        Set<String> required,
        Map<String, BlockRule> blocks,
        List<BlockCheck> checks) {

    private static final String OTHERS = "*";

    /** Between two numbers of labels, both included. */
    record Labels(int least, int most) {}

    BlockRule {
        attributes = Map.copyOf(attributes);
        required = Set.copyOf(required);
        blocks = Map.copyOf(blocks);
        checks = List.copyOf(checks);
    }

    /** A block without labels that takes nothing yet. */
    static BlockRule plain() {
        return new BlockRule(new Labels(0, 0), Map.of(), Set.of(), Map.of(), List.of());
    }

    /** A block that takes anything. */
    static BlockRule anything() {
        return plain().labelled(0, Integer.MAX_VALUE).withAnyAttribute().withAnyBlock();
    }

    BlockRule labelled(int least, int most) {
        return new BlockRule(new Labels(least, most), attributes, required, blocks, checks);
    }

    BlockRule with(String attribute, ValueRule rule) {
        Map<String, ValueRule> more = new HashMap<>(attributes);
        more.put(attribute, rule);
        return new BlockRule(labels, more, required, blocks, checks);
    }

    BlockRule withAny(String... names) {
        BlockRule more = this;
        for (String name : names) {
            more = more.with(name, ValueRule.ANYTHING);
        }
        return more;
    }

    BlockRule withAnyAttribute() {
        return with(OTHERS, ValueRule.ANYTHING);
    }

    BlockRule withAnyBlock() {
        return with(OTHERS, plain());
    }

    BlockRule requiring(String... names) {
        Set<String> more = new HashSet<>(required);
        more.addAll(List.of(names));
        return new BlockRule(labels, attributes, more, blocks, checks);
    }

    BlockRule with(String type, BlockRule rule) {
        Map<String, BlockRule> more = new HashMap<>(blocks);
        more.put(type, rule);
        return new BlockRule(labels, attributes, required, more, checks);
    }

    BlockRule checked(BlockCheck check) {
        List<BlockCheck> more = new ArrayList<>(checks);
        more.add(check);
        return new BlockRule(labels, attributes, required, blocks, more);
    }

    /** Notes everything that is wrong with a block of this kind; {@code name} is how messages call it. */
    void check(Block block, String name, Problems problems) {
        checkLabels(block, name, problems);
        block.body().attributes().values().forEach(attribute -> check(attribute, name, problems));
        required.stream()
                .filter(wanted -> block.body().attribute(wanted).isEmpty())
                .sorted()
                .forEach(wanted -> problems.add(
                        block.header().toString(), "Attribute \"" + name + "." + wanted + "\" is missing"));
        block.body().blocks().forEach(nested -> checkNested(nested, name, problems));
        checks.forEach(check -> check.check(block, problems));
    }

    private void checkLabels(Block block, String name, Problems problems) {
        int count = block.labels().size();
        if (count < labels.least || count > labels.most) {
            String wanted = labels.most == 0
                    ? "no label"
                    : labels.least == labels.most
                            ? labels.least + " label" + (labels.least == 1 ? "" : "s")
                            : "at least " + labels.least + " label" + (labels.least == 1 ? "" : "s");
            problems.add(block.header().toString(), "Block \"" + name + "\" takes " + wanted + ", not " + count);
        }
    }

    private void check(Attribute attribute, String name, Problems problems) {
        ValueRule rule = attributes.get(attributes.containsKey(attribute.name()) ? attribute.name() : OTHERS);
        if (rule == null) {
            problems.add(
                    attribute.nameSpan().toString(),
                    "Unknown attribute \"" + attribute.name() + "\" in block \"" + name + "\"");
            return;
        }
        rule.objection(attribute.expression())
                .ifPresent(objection -> problems.add(
                        attribute.expression().span().toString(),
                        "\"" + name + "." + attribute.name() + "\" " + objection));
    }

    private void checkNested(Block nested, String name, Problems problems) {
        BlockRule rule = blocks.get(nested.type());
        if (rule != null) {
            rule.check(nested, name + "." + nested.type(), problems);
        } else if (!blocks.containsKey(OTHERS)) {
            problems.add(
                    nested.header().toString(), "Unknown block \"" + nested.type() + "\" in block \"" + name + "\"");
        }
    }
}
