package dev.drift.aws.cell;

import static java.util.Objects.requireNonNull;

import dev.drift.aws.cell.CellBreaker.Failed;
import dev.drift.aws.cell.CellBreaker.Says;
import dev.drift.observation.DriftProbe;
import dev.drift.observation.Observation;
import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbeRequest;
import java.util.Optional;

/** Looks while the breaker of the cell is closed. */
final class GuardedProbe implements DriftProbe {

    private final DriftProbe probe;
    private final CellBreakers breakers;

    GuardedProbe(DriftProbe probe, CellBreakers breakers) {
        this.probe = requireNonNull(probe, "probe is null");
        this.breakers = breakers;
    }

    @Override
    public String engine() {
        return probe.engine();
    }

    @Override
    public Observation probe(ProbeRequest request) throws ProbeException {
        Optional<CellBreaker> breaker = breakers.of(request.stack());
        return breaker.isEmpty()
                ? probe.probe(request)
                : breaker.get().taking(() -> probe.probe(request), Says.WELL, GuardedProbe::trouble);
    }

    /** What could not be seen may tell of the account as well, and does not where something else could be. */
    private static Optional<Failed> trouble(Observation seen) {
        return seen.coverage().compared() > 0
                ? Optional.empty()
                : seen.coverage().gaps().stream()
                        .flatMap(gap -> Trouble.in(gap.phase(), gap.reason())
                                .map(trouble -> new Failed(trouble, gap.phase(), gap.reason()))
                                .stream())
                        .findFirst();
    }
}
