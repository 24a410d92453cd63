package dev.drift.terramate;

import static java.util.Objects.requireNonNull;

import dev.drift.config.InvalidConfigException;
import dev.drift.config.Problem;
import dev.drift.stack.Tag;
import dev.drift.terramate.project.RequiredVersion;
import java.util.Optional;

/**
 * How a Terramate project is read.
 *
 * @param tagSeparators what divides the key of a tag from its value: one or more of {@code / . _ -} (design 4)
 * @param terramateVersion the version of Terramate that {@code terramate.required_version} is held against
 * @param base the git revision that changes are counted from; empty to choose it as Terramate does
 */
public record TerramateSettings(String tagSeparators, String terramateVersion, Optional<String> base) {

    /** The version of Terramate whose rules this reader follows. */
    public static final String FOLLOWED_VERSION = RequiredVersion.FOLLOWED;

    /**
     * @throws InvalidConfigException if a separator cannot stand in a tag, the version is no release, or the base cannot be a
     *     revision
     */
    public TerramateSettings {
        requireNonNull(tagSeparators, "tagSeparators is null");
        requireNonNull(terramateVersion, "terramateVersion is null");
        if (!tagSeparators.matches("[/._-]{1,4}")) {
            throw InvalidConfigException.of(Problem.of(
                    "Tag separators are one or more of '/', '.', '_' and '-', not \"" + tagSeparators + "\""));
        }
        if (!terramateVersion.matches("\\d{1,9}\\.\\d{1,9}\\.\\d{1,9}")) {
            throw InvalidConfigException.of(
                    Problem.of("\"" + terramateVersion + "\" is no version of Terramate such as " + FOLLOWED_VERSION));
        }
        base.filter(revision -> revision.isBlank() || revision.startsWith("-")).ifPresent(revision -> {
            throw InvalidConfigException.of(Problem.of("\"" + revision + "\" is no revision of git"));
        });
    }

    /** Tags divided at {@code /} or {@code .}, and the rules of {@link #FOLLOWED_VERSION}. */
    public static TerramateSettings standard() {
        return new TerramateSettings(Tag.SEPARATORS, FOLLOWED_VERSION, Optional.empty());
    }

    /** The same with other separators. */
    public TerramateSettings withTagSeparators(String separators) {
        return new TerramateSettings(separators, terramateVersion, base);
    }

    /** The same for a project that requires another version of Terramate. */
    public TerramateSettings withTerramateVersion(String version) {
        return new TerramateSettings(tagSeparators, version, base);
    }

    /** The same with changes counted from a git revision: a branch, a tag, a commit, {@code HEAD~3}. */
    public TerramateSettings since(String revision) {
        return new TerramateSettings(tagSeparators, terramateVersion, Optional.of(revision));
    }
}
