package dev.drift.terramate.project;

import static dev.drift.terramate.project.ValueRules.SWITCH;
import static dev.drift.terramate.project.ValueRules.TEXT;
import static dev.drift.terramate.project.ValueRules.TEXTS;
import static dev.drift.terramate.project.ValueRules.TRUTH;

import dev.drift.config.Problems;
import dev.drift.terramate.hcl.Attribute;
import dev.drift.terramate.hcl.Block;
import dev.drift.terramate.hcl.Expression;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The {@code terramate} block: the rule for it, and the few settings that matter for listing stacks. What Terramate itself
 * never validates, such as the content of {@code telemetry}, is open here as well.
 */
final class ProjectSettings {

    private static final Set<String> SAFEGUARDS =
            Set.of("all", "none", "git", "git-untracked", "git-uncommitted", "git-out-of-sync", "outdated-code");

    static final BlockRule RULE = BlockRule.plain()
            .with("required_version", TEXT)
            .with("required_version_allow_prereleases", TRUTH)
            .with("config", config());

    private ProjectSettings() {}

    /** The experiments that the last of the blocks to name any switches on. */
    static Optional<Set<String>> experiments(Collection<Block> blocks) {
        return blocks.stream()
                .filter(block -> block.type().equals("terramate"))
                .flatMap(block -> block.body().blocks("config").stream())
                .flatMap(config -> config.body().attribute("experiments").stream())
                .reduce((first, second) -> second)
                .map(attribute -> Set.copyOf(
                        Texts.of(attribute.expression(), Valuation.CONSTANTS).values()));
    }

    /** Where the blocks say which version of Terramate they are for, if they do. */
    static Optional<Attribute> requiredVersion(Collection<Block> blocks) {
        return blocks.stream()
                .filter(block -> block.type().equals("terramate"))
                .flatMap(block -> block.body().attribute("required_version").stream())
                .reduce((first, second) -> second);
    }

    private static BlockRule config() {
        return BlockRule.plain()
                .with("experiments", TEXTS)
                .with("disable_safeguards", ProjectSettings::safeguards)
                .with("git", git())
                .with("generate", BlockRule.plain().with("hcl_magic_header_comment_style", ValueRules.oneOf("//", "#")))
                .with("change_detection", changeDetection())
                .with(
                        "run",
                        BlockRule.plain()
                                .with("check_gen_code", TRUTH)
                                .with("env", BlockRule.plain().withAnyAttribute()))
                .with("cloud", cloud())
                .with("targets", openWithoutLabels())
                .with("telemetry", openWithoutLabels())
                .checked(ProjectSettings::safeguardsStandAlone);
    }

    private static BlockRule git() {
        return BlockRule.plain()
                .with("default_branch", TEXT)
                .with("default_remote", TEXT)
                .with("check_untracked", TRUTH)
                .with("check_uncommitted", TRUTH)
                .with("check_remote", TRUTH);
    }

    private static BlockRule changeDetection() {
        return BlockRule.plain()
                .withAnyAttribute()
                .with("terragrunt", openWithoutLabels())
                .with("git", BlockRule.plain().with("untracked", SWITCH).with("uncommitted", SWITCH));
    }

    private static BlockRule cloud() {
        return BlockRule.plain()
                .with("organization", TEXT)
                .with("location", ValueRules.oneOf("eu", "us"))
                .with("targets", BlockRule.plain().with("enabled", TRUTH));
    }

    private static BlockRule openWithoutLabels() {
        return BlockRule.anything().labelled(0, 0);
    }

    private static Optional<String> safeguards(Expression expression) {
        Texts words = Texts.of(expression, Valuation.CONSTANTS);
        return words.objection()
                .or(() -> words.values().stream()
                        .filter(word -> !SAFEGUARDS.contains(word))
                        .findFirst()
                        .map(word -> "does not know \"" + word + "\""));
    }

    /** The old switches and the list that replaced them are not to be mixed. */
    private static void safeguardsStandAlone(Block config, Problems problems) {
        boolean listed = config.body()
                .attribute("disable_safeguards")
                .filter(list -> !Texts.of(list.expression(), Valuation.CONSTANTS)
                        .values()
                        .isEmpty())
                .isPresent();
        if (!listed) {
            return;
        }
        for (Block nested : config.body().blocks()) {
            for (String old : List.of("check_untracked", "check_uncommitted", "check_remote", "check_gen_code")) {
                nested.body()
                        .attribute(old)
                        .ifPresent(attribute -> problems.add(
                                attribute.nameSpan().toString(), "\"" + old + "\" conflicts with disable_safeguards"));
            }
        }
    }
}
