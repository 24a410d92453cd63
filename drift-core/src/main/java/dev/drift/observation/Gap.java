package dev.drift.observation;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Something that could not be looked at.
 *
 * @param phase how far the look had come
 * @param reason the first useful line of why
 * @param address the object that could not be read, if it was one
 */
public record Gap(ProbePhase phase, String reason, Optional<ResourceAddress> address) {
    public Gap {
        requireNonNull(phase, "phase is null");
        requireNonNull(reason, "reason is null");
        requireNonNull(address, "address is null");
    }
}
