package dev.drift.cli.wiring;

import static java.util.Objects.requireNonNull;

import dev.drift.github.GitHubDelivery;
import dev.drift.terramate.cloud.live.CloudDelivery;

/**
 * Who else is told of a run.
 *
 * @param cloud how Terramate Cloud is told
 * @param github how GitHub is told
 */
public record Audience(CloudDelivery cloud, GitHubDelivery github) {
    public Audience {
        requireNonNull(cloud, "cloud is null");
        requireNonNull(github, "github is null");
    }
}
