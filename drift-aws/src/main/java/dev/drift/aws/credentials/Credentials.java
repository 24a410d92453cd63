package dev.drift.aws.credentials;

import static java.util.Objects.requireNonNull;

import dev.drift.config.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What AWS knows us by.
 *
 * @param since when they were obtained
 * @param until when they expire, if they do
 */
record Credentials(Secret keyId, Secret key, Optional<Secret> token, Instant since, Optional<Instant> until) {

    /** The part of their life after which new ones are asked for; the last third still lasts for a look at a stack. */
    private static final int THIRDS = 3;

    Credentials {
        requireNonNull(keyId, "keyId is null");
        requireNonNull(key, "key is null");
        requireNonNull(token, "token is null");
        requireNonNull(since, "since is null");
        requireNonNull(until, "until is null");
    }

    boolean areValid(Instant now) {
        return until.isEmpty() || now.isBefore(until.get());
    }

    /** Whether at least a third of their life is left. */
    boolean areFresh(Instant now) {
        return until.isEmpty() || (areValid(now) && thirdOfLife().compareTo(Duration.between(now, until.get())) <= 0);
    }

    private Duration thirdOfLife() {
        return Duration.between(since, until.orElseThrow()).dividedBy(THIRDS);
    }
}
