package dev.drift.cli.doctor;

import static java.util.Objects.requireNonNull;

import dev.drift.github.GitHubDelivery;
import dev.drift.github.GitHubRights;
import dev.drift.github.sink.MissingRight;
import dev.drift.github.wire.WireSettings;
import java.time.Duration;
import java.util.List;

/** Whether GitHub would take what a run tells it. Only reads, and asks nobody where there is no token. */
public record GitHubExamination(GitHubDelivery delivery) {

    public GitHubExamination {
        requireNonNull(delivery, "delivery is null");
    }

    /** Waits for each answer ten seconds at most. */
    public List<Finding> findings() {
        WireSettings hurried = new WireSettings(
                delivery.wire().userAgent(),
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                Duration.ofMillis(500),
                Duration.ofSeconds(5),
                Duration.ZERO);
        return GitHubRights.of(delivery.over(hurried)).missing().stream()
                .map(GitHubExamination::finding)
                .toList();
    }

    private static Finding finding(MissingRight right) {
        return right.name().equals(MissingRight.TOKEN)
                ? new Finding(
                        "github-token",
                        "GitHub cannot be told with what is set for it: " + right.reason(),
                        "Renew GITHUB_TOKEN, or look at GITHUB_REPOSITORY and GITHUB_API_URL")
                : new Finding(
                        "github-permission",
                        "The token may not read " + right.name() + ", and so not write them: " + right.reason(),
                        "permissions: { " + right.name() + ": write } for the job, or the same for the app");
    }
}
