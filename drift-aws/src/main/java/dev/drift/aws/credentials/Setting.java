package dev.drift.aws.credentials;

import static java.util.Objects.requireNonNull;

import dev.drift.estate.Region;
import dev.drift.observation.EnvironmentSource;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * Where credentials are leased.
 *
 * @param below what provides the environment that the identity is known from
 * @param surroundings the environment of the processes that use the credentials, below all leases
 * @param region where STS is asked for stacks that are in no region
 */
record Setting(EnvironmentSource below, Map<String, String> surroundings, Optional<Region> region, Clock clock) {

    Setting {
        requireNonNull(below, "below is null");
        requireNonNull(region, "region is null");
        requireNonNull(clock, "clock is null");
        surroundings = Map.copyOf(surroundings);
    }

    static Setting ofThisProcess() {
        return new Setting(EnvironmentSource.ambient(), System.getenv(), Optional.empty(), Clock.systemUTC());
    }

    Setting over(EnvironmentSource other) {
        return new Setting(other, surroundings, region, clock);
    }

    Setting within(Map<String, String> environment) {
        return new Setting(below, environment, region, clock);
    }

    Setting near(Region other) {
        return new Setting(below, surroundings, Optional.of(other), clock);
    }

    Setting timedBy(Clock other) {
        return new Setting(below, surroundings, region, other);
    }

    /** The names only: values may be secrets. */
    @Override
    public String toString() {
        return surroundings.keySet().toString();
    }
}
