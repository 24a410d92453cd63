package dev.drift.terramate.project;

import static java.util.Objects.requireNonNull;

import dev.drift.terramate.eval.HclValue;
import dev.drift.terramate.hcl.Attribute;
import dev.drift.terramate.hcl.Block;
import dev.drift.terramate.hcl.Expression;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * How the root of a project wants changes to be found: {@code terramate.config.git} and
 * {@code terramate.config.change_detection}.
 *
 * @param trunk the branch that others are merged into
 * @param untracked whether files that git does not track count
 * @param uncommitted whether what is not committed counts
 * @param terragrunt whether files of Terragrunt are looked into
 */
public record ChangeDetection(Trunk trunk, boolean untracked, boolean uncommitted, TerragruntUse terragrunt) {

    public ChangeDetection {
        requireNonNull(trunk, "trunk is null");
        requireNonNull(terragrunt, "terragrunt is null");
    }

    /**
     * The branch that others are merged into.
     *
     * @param remote where it lives
     * @param remoteRequired whether the project names the remote, which must then be there
     * @param branch its name there and here
     */
    public record Trunk(String remote, boolean remoteRequired, String branch) {
        public Trunk {
            requireNonNull(remote, "remote is null");
            requireNonNull(branch, "branch is null");
        }
    }

    /** Whether files of Terragrunt are looked into. */
    public enum TerragruntUse {
        /** If any stack has a {@code terragrunt.hcl}. */
        AUTO,
        /** Not at all. */
        OFF,
        /** In any case. */
        FORCE;

        /** Terramate does not check the word, so one that it does not know is as good as none. */
        private static TerragruntUse of(String word) {
            return switch (word) {
                case "off" -> OFF;
                case "force" -> FORCE;
                default -> AUTO;
            };
        }
    }

    /** As the {@code terramate} blocks of the root say. */
    static ChangeDetection of(Collection<Block> terramate) {
        Optional<String> remote = text(terramate, "default_remote", "git").filter(name -> !name.isEmpty());
        Optional<String> branch = text(terramate, "default_branch", "git").filter(name -> !name.isEmpty());
        return new ChangeDetection(
                new Trunk(remote.orElse("origin"), remote.isPresent(), branch.orElse("main")),
                isOn(terramate, "untracked"),
                isOn(terramate, "uncommitted"),
                TerragruntUse.of(text(terramate, "enabled", "change_detection", "terragrunt")
                        .orElse("")));
    }

    private static boolean isOn(Collection<Block> terramate, String name) {
        return value(terramate, name, "change_detection", "git")
                .filter(value -> value.equals(HclValue.of(false)) || value.equals(HclValue.of("off")))
                .isEmpty();
    }

    private static Optional<String> text(Collection<Block> terramate, String name, String... way) {
        return value(terramate, name, way)
                .flatMap(value -> value instanceof HclValue.Text text ? Optional.of(text.value()) : Optional.empty());
    }

    private static Optional<HclValue> value(Collection<Block> terramate, String name, String... way) {
        List<Block> blocks = inside(List.copyOf(terramate), "config");
        for (String type : way) {
            blocks = inside(blocks, type);
        }
        return blocks.stream()
                .flatMap(block -> block.body().attribute(name).stream())
                .reduce((first, second) -> second)
                .map(Attribute::expression)
                .flatMap(ChangeDetection::constant);
    }

    private static Optional<HclValue> constant(Expression expression) {
        try {
            return Optional.of(Valuation.CONSTANTS.valueOf(expression));
        } catch (NotKnownException unchecked) {
            return Optional.empty();
        }
    }

    private static List<Block> inside(List<Block> blocks, String type) {
        return blocks.stream()
                .flatMap(block -> block.body().blocks(type).stream())
                .toList();
    }
}
