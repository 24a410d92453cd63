package dev.drift.terramate.cloud.wire;

import dev.drift.config.Secret;
import java.util.Optional;

/**
 * Proves who asks. Called before every attempt and from several threads, so that a credential that expires can be renewed in
 * time. Prints as its kind, never as its value.
 */
@FunctionalInterface
public interface Credential {

    /** Asks without saying who. */
    Credential ANONYMOUS = Optional::empty;

    /**
     * The value of the {@code Authorization} header, valid for at least as long as one request may take; empty for none.
     *
     * @throws CloudException if there is none any more
     */
    Optional<Secret> authorization() throws CloudException;
}
