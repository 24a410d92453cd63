package dev.drift.it.cloudsync;

import org.junit.jupiter.api.Nested;

/** What is claimed of the one project that both commands have told of: it takes a minute to get there, and one class stays in one JVM. */
class SyncedIT {

    @Nested
    class Kept extends CloudClaims {}

    @Nested
    class Secrets extends SecretClaims {}

    @Nested
    class OnTheWire extends WireClaims {}
}
