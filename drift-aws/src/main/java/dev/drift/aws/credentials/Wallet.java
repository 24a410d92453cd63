package dev.drift.aws.credentials;

import static java.util.Objects.requireNonNull;

import dev.drift.observation.ProbeException;
import java.time.Clock;
import java.util.concurrent.ConcurrentHashMap;

/** All credentials of a run, by what was claimed. Once it is closed it is empty, and fills anew. */
final class Wallet implements AutoCloseable {

    private final Clock clock;
    private final Sts sts;
    private final Issuer issuer;
    private final ConcurrentHashMap<Claim, Renewing> held = new ConcurrentHashMap<>();

    Wallet(Clock clock) {
        this.clock = requireNonNull(clock);
        this.sts = new Sts(clock);
        this.issuer = new Issuer(sts, new Ambience(sts, clock));
    }

    Credentials credentials(Claim claim) throws ProbeException {
        return held.computeIfAbsent(claim, wanted -> new Renewing(() -> issuer.issue(wanted), clock))
                .credentials();
    }

    @Override
    public void close() {
        held.clear();
        sts.close();
    }
}
