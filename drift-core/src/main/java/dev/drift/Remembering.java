package dev.drift;

import static java.util.Objects.requireNonNull;

import dev.drift.detection.StackCheck;
import dev.drift.estate.Cell;
import dev.drift.estate.EstateDefinition;
import dev.drift.history.DriftHistory;
import dev.drift.history.HistoryException;
import dev.drift.history.ReportHistory;
import dev.drift.report.StackReport;
import dev.drift.sink.Delivery;
import dev.drift.sink.ResidencyGate;
import dev.drift.stack.StackPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What became of remembering a run. A history that fails costs the stacks that it remembers their first moments and nothing else.
 *
 * @param driftedSince since when those stacks drift of which it is known
 * @param failures of the histories that failed
 */
record Remembering(Map<StackPath, Instant> driftedSince, List<Delivery> failures) {

    private static final String HISTORY = "history";

    /** Remembers checks that ended at the moment, each where its history is and as far as the gate lets it go there. */
    static Remembering of(
            List<StackCheck> checks, Instant at, Function<Cell, ReportHistory> histories, ResidencyGate gate) {
        Map<ReportHistory, List<StackCheck>> byHistory = new LinkedHashMap<>();
        checks.forEach(check -> byHistory
                .computeIfAbsent(histories.apply(gate.cells().apply(check.stack())), history -> new ArrayList<>())
                .add(check));
        Map<StackPath, Instant> driftedSince = new HashMap<>();
        List<Delivery> failures = new ArrayList<>();
        byHistory.forEach((history, own) -> failure(own, at, history, gate, driftedSince)
                .filter(lost -> !failures.contains(lost))
                .ifPresent(failures::add));
        return new Remembering(driftedSince, failures);
    }

    private static Optional<Delivery> failure(
            List<StackCheck> checks,
            Instant at,
            ReportHistory history,
            ResidencyGate gate,
            Map<StackPath, Instant> driftedSince) {
        boolean leaves = history.leavesTheMachine();
        try {
            List<StackCheck> permitted = checks.stream()
                    .filter(check -> !leaves || gate.lets(check.stack(), history.residency()))
                    .toList();
            driftedSince.putAll(new DriftHistory(history).follow(permitted, at));
            return leaves
                    ? gate.withheld(checks.stream().map(StackCheck::stack), HISTORY, history.residency())
                    : Optional.empty();
        } catch (HistoryException refused) {
            return Optional.of(new Delivery.Undelivered(HISTORY, String.valueOf(refused.getMessage())));
        } catch (RuntimeException broken) {
            return Optional.of(new Delivery.Undelivered(
                    HISTORY, "the history broke: " + broken.getClass().getName()));
        }
    }

    /** One history for all cells. */
    static Function<Cell, ReportHistory> in(ReportHistory history) {
        requireNonNull(history, "history is null");
        return cell -> history;
    }

    /** The checks as they are reported. */
    List<StackReport> reports(List<StackCheck> checks, EstateDefinition estate) {
        return checks.stream()
                .map(check -> new StackReport(
                        check,
                        Optional.ofNullable(driftedSince.get(check.stack().path())),
                        estate.cellOf(check.stack())))
                .toList();
    }

    /** What failed, behind what became of the report. */
    List<Delivery> behind(List<Delivery> deliveries) {
        return Stream.concat(deliveries.stream(), failures.stream()).toList();
    }
}
