package dev.drift.aws.shared;

import static java.util.Objects.requireNonNull;

import dev.drift.aws.provider.ProviderException;
import dev.drift.code.CodeReader;
import dev.drift.observation.EnvironmentLease;
import dev.drift.observation.EnvironmentSource;
import dev.drift.observation.ProbeException;
import dev.drift.stack.Stack;
import java.util.Optional;

/**
 * Leases stacks a provider that is shared by all of them (design 6): the tool finds it through
 * {@code TF_REATTACH_PROVIDERS}, and plans in a tenth of the time with the same result. A lease is {@code shared} or, where a
 * stack is not as it has to be for that, {@code plain} with the reason as its note; a stack that uses none of the providers to
 * share gets what lies below as it is. A lease that turns out to be in doubt while it is used is withdrawn. Nothing is ever
 * applied through a shared provider. For any number of threads.
 */
public final class SharedProviders implements EnvironmentSource {

    private final EnvironmentSource below;
    private final CodeReader code;
    private final SharedSettings settings;
    private final Loans loans;
    private Optional<Station> station = Optional.empty();

    private SharedProviders(EnvironmentSource below, CodeReader code, SharedSettings settings, Loans loans) {
        this.below = requireNonNull(below, "below is null");
        this.code = requireNonNull(code, "code is null");
        this.settings = requireNonNull(settings, "settings is null");
        this.loans = requireNonNull(loans, "loans is null");
    }

    /** Shares providers over what another source leases, credentials for example, and closes that source with itself. */
    public static SharedProviders over(EnvironmentSource below, CodeReader code, SharedSettings settings) {
        return over(below, code, settings, new Loans());
    }

    /** The same, for somebody who looks behind the leases. */
    public static SharedProviders over(EnvironmentSource below, CodeReader code, SharedSettings settings, Loans loans) {
        return new SharedProviders(below, code, settings, loans);
    }

    @Override
    public EnvironmentLease lease(Stack stack) throws ProbeException {
        EnvironmentLease lower = below.lease(stack);
        try {
            return new Lending(stack, lower, settings, loans).lease(code, this::station);
        } catch (RuntimeException | Error broken) {
            lower.close();
            throw broken;
        }
    }

    private synchronized Station station() throws ProviderException {
        if (station.isEmpty()) {
            station = Optional.of(Station.open(settings));
        }
        return station.get();
    }

    /** Ends all processes, sockets and threads, also under leases that are still in use. */
    @Override
    public void close() {
        Optional<Station> ended;
        synchronized (this) {
            ended = station;
            station = Optional.empty();
        }
        ended.ifPresent(Station::close);
        below.close();
    }

    @Override
    public String toString() {
        return "shared providers over " + below;
    }
}
