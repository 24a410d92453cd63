package dev.drift.cli.estate;

import static java.util.Objects.requireNonNull;

import dev.drift.config.SecretReference;
import dev.drift.diagnosis.Severity;
import dev.drift.estate.Residency;
import java.util.Optional;

/**
 * Where somebody is told what changed.
 *
 * @param name what environments call it
 * @param channel by what: {@code slack}, {@code teams}, {@code pagerduty}, {@code webhook}, {@code sns} or {@code
 * eventbridge}
 * @param address where the secret address or key of it is
 * @param least what is less severe is not told
 * @param residency where it keeps what it is told
 */
public record AlertRoute(
        String name, String channel, SecretReference address, Severity least, Optional<Residency> residency) {
    public AlertRoute {
        requireNonNull(name, "name is null");
        requireNonNull(channel, "channel is null");
        requireNonNull(address, "address is null");
        requireNonNull(least, "least is null");
        requireNonNull(residency, "residency is null");
    }
}
