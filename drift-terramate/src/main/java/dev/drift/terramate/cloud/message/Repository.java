package dev.drift.terramate.cloud.message;

import static java.util.Objects.requireNonNull;

/**
 * The repository that stacks belong to.
 *
 * @param name its normalised name, such as {@code github.com/acme/infra}: what Terramate Cloud joins stacks by
 * @param defaultBranch the branch that is deployed
 */
public record Repository(String name, String defaultBranch) {
    public Repository {
        requireNonNull(name, "name is null");
        requireNonNull(defaultBranch, "defaultBranch is null");
        if (name.isBlank() || defaultBranch.isBlank()) {
            throw new IllegalArgumentException("A repository has a name and a default branch");
        }
    }
}
