package dev.drift.aws.shared;

import dev.drift.observation.EnvironmentLease;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What stands behind the leases that are in use, for whoever looks at a stack in place of its tool. For any number of threads. */
public final class Loans {

    private final Map<EnvironmentLease, Loan> loans = new ConcurrentHashMap<>();

    /** What stands behind a lease; empty if it shares no provider. */
    public Optional<Loan> behind(EnvironmentLease lease) {
        return Optional.ofNullable(loans.get(lease));
    }

    void add(EnvironmentLease lease, Loan loan) {
        loans.put(lease, loan);
    }

    void remove(Loan loan) {
        loans.values().remove(loan);
    }
}
