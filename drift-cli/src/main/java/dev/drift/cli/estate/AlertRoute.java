package dev.drift.cli.estate;

import static java.util.Objects.requireNonNull;

import dev.drift.alert.AlertFilter;
import dev.drift.config.SecretReference;
import dev.drift.estate.Residency;
import java.time.Duration;
import java.util.Optional;

/**
 * Where somebody is told what changed.
 *
 * @param name what environments call it
 * @param channel by what: {@code slack}, {@code teams}, {@code pagerduty}, {@code webhook}, {@code sns} or {@code
 * eventbridge}
 * @param address where the secret address or key of it is
 * @param filter what it wants to hear, of whichever environments name it
 * @param reminder after how long it is told again of what did not change
 * @param residency where it keeps what it is told
 */
public record AlertRoute(
        String name,
        String channel,
        SecretReference address,
        AlertFilter filter,
        Duration reminder,
        Optional<Residency> residency) {
    public AlertRoute {
        requireNonNull(name, "name is null");
        requireNonNull(channel, "channel is null");
        requireNonNull(address, "address is null");
        requireNonNull(filter, "filter is null");
        requireNonNull(reminder, "reminder is null");
        requireNonNull(residency, "residency is null");
    }
}
