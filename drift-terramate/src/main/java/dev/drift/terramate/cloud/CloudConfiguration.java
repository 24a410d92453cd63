package dev.drift.terramate.cloud;

import static java.util.Objects.requireNonNull;

import dev.drift.terramate.eval.EvaluationException;
import dev.drift.terramate.eval.Evaluator;
import dev.drift.terramate.eval.FunctionTable;
import dev.drift.terramate.eval.HclValue;
import dev.drift.terramate.eval.Scope;
import dev.drift.terramate.hcl.Attribute;
import dev.drift.terramate.hcl.Block;
import dev.drift.terramate.project.DirectoryBlocks;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the code of a project says about Terramate Cloud and about git, in {@code terramate.config} of its root directory.
 *
 * @param organization the organisation the project belongs to
 * @param location the region of Terramate Cloud
 * @param remote the git remote that names the repository; {@code origin} unless the code says otherwise
 * @param defaultBranch the branch that is deployed; {@code main} unless the code says otherwise
 */
public record CloudConfiguration(
        Optional<String> organization, Optional<String> location, String remote, String defaultBranch) {

    public CloudConfiguration {
        requireNonNull(organization, "organization is null");
        requireNonNull(location, "location is null");
        requireNonNull(remote, "remote is null");
        requireNonNull(defaultBranch, "defaultBranch is null");
    }

    /**
     * What the project says.
     *
     * @param root the root directory of the project
     * @throws dev.drift.catalog.CatalogException if a file there cannot be read
     */
    public static CloudConfiguration of(Path root) {
        List<Block> configs = DirectoryBlocks.downTo(root, root).stream()
                .flatMap(level -> level.blocks().stream())
                .filter(block -> block.type().equals("terramate"))
                .flatMap(block -> block.body().blocks("config").stream())
                .toList();
        Scope scope = Scope.of(FunctionTable.terramate(root));
        return new CloudConfiguration(
                said(configs, "cloud", "organization", scope),
                said(configs, "cloud", "location", scope),
                said(configs, "git", "default_remote", scope).orElse("origin"),
                said(configs, "git", "default_branch", scope).orElse("main"));
    }

    /** What the last block to name the attribute says. */
    private static Optional<String> said(List<Block> configs, String block, String attribute, Scope scope) {
        return configs.stream()
                .flatMap(config -> config.body().blocks(block).stream())
                .flatMap(inner -> inner.body().attribute(attribute).stream())
                .reduce((first, second) -> second)
                .flatMap(last -> text(last, scope));
    }

    private static Optional<String> text(Attribute attribute, Scope scope) {
        try {
            return Evaluator.evaluate(attribute.expression(), scope) instanceof HclValue.Text text
                    ? Optional.of(text.value()).filter(value -> !value.isBlank())
                    : Optional.empty();
        } catch (EvaluationException unknown) {
            return Optional.empty();
        }
    }
}
