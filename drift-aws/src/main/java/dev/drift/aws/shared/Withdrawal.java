package dev.drift.aws.shared;

import dev.drift.observation.EnvironmentLease;
import java.util.Optional;

/** Takes a lease back, also if the reason is known before the lease is made. */
final class Withdrawal {

    private Optional<EnvironmentLease> lease = Optional.empty();
    private Optional<String> reason = Optional.empty();

    synchronized void because(String why) {
        if (reason.isEmpty()) {
            reason = Optional.of(why);
            lease.ifPresent(made -> made.withdraw(why));
        }
    }

    synchronized void of(EnvironmentLease made) {
        lease = Optional.of(made);
        reason.ifPresent(made::withdraw);
    }
}
