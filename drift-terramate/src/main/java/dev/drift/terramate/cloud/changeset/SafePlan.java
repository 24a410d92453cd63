package dev.drift.terramate.cloud.changeset;

import static java.util.Objects.requireNonNull;

import dev.drift.observation.KnownSecrets;
import dev.drift.terramate.cloud.message.Changeset;
import java.util.Optional;

/**
 * What a plan shows, fit to leave the process.
 *
 * @param changeset the plan; empty if nothing of it is at hand
 * @param secrets what the plan keeps secret, to find it in other texts about it; empty if its JSON could not be read
 */
public record SafePlan(Optional<Changeset> changeset, Optional<KnownSecrets> secrets) {
    public SafePlan {
        requireNonNull(changeset, "changeset is null");
        requireNonNull(secrets, "secrets is null");
    }
}
