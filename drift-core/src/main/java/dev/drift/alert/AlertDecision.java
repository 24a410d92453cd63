package dev.drift.alert;

import static java.util.Objects.requireNonNull;

import dev.drift.diagnosis.Severity;
import dev.drift.estate.Cell;
import dev.drift.report.DriftReport;
import dev.drift.report.StackReport;
import dev.drift.report.Verdict;
import dev.drift.stack.Stack;
import dev.drift.stack.StackPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a run has to say on a route, given what was said before. A stack that a run did not look at is left as it was known, and so is
 * one that is unknown where the route does not want to hear of that.
 *
 * @param alert the message; empty if there is nothing to say
 * @param after what the route knows once it was told
 */
public record AlertDecision(Optional<Alert> alert, Map<StackPath, LastAlert> after) {

    public AlertDecision {
        requireNonNull(alert, "alert is null");
        after = Map.copyOf(after);
    }

    /** Decides. The time of the run is the end of it. */
    public static AlertDecision of(
            AlertRoute route, DriftReport report, Function<Stack, Cell> cells, Map<StackPath, LastAlert> before) {
        Map<StackPath, LastAlert> after = new LinkedHashMap<>(before);
        List<AlertItem> items = new ArrayList<>();
        for (StackReport stack : report.stacks()) {
            Cell cell = cells.apply(stack.stack());
            if (route.filter().concerns(cell)) {
                Optional<LastAlert> known =
                        Optional.ofNullable(before.get(stack.stack().path()));
                Optional<Change> told = told(route, stack, known, report.run().finishedAt());
                told.ifPresent(change -> items.add(AlertItem.of(stack, cell, change)));
                remember(route, stack, known, told.isPresent(), report.run().finishedAt(), after);
            }
        }
        Optional<Alert> alert = items.isEmpty()
                ? Optional.empty()
                : Optional.of(new Alert(route.name(), report.run(), items, after.size()));
        return new AlertDecision(alert, after);
    }

    private static Optional<Change> told(AlertRoute route, StackReport stack, Optional<LastAlert> known, Instant now) {
        return change(route, stack, known)
                .filter(route.filter().changes()::contains)
                .filter(change -> change != Change.SAME
                        || known.filter(last ->
                                        last.toldAt().plus(route.reminder()).isAfter(now))
                                .isEmpty());
    }

    private static Optional<Change> change(AlertRoute route, StackReport stack, Optional<LastAlert> known) {
        if (route.filter().isTrouble(stack)) {
            return Optional.of(known.map(last -> against(stack, last)).orElse(Change.NEW));
        }
        return stack.verdict() == Verdict.UNKNOWN ? Optional.empty() : known.map(last -> Change.RECOVERED);
    }

    /** Drift that was known before the stack was unknown for a while is the same drift. */
    private static Change against(StackReport stack, LastAlert last) {
        if (stack.verdict() == Verdict.UNKNOWN) {
            return last.verdict() == Verdict.UNKNOWN ? Change.SAME : Change.NEW;
        }
        if (last.fingerprint().isPresent() && last.fingerprint().equals(stack.fingerprint())) {
            return Change.SAME;
        }
        boolean rose = last.severity().isPresent()
                && stack.severity()
                        .filter(now -> now.compareTo(last.severity().get()) > 0)
                        .isPresent();
        return rose ? Change.WORSE : Change.NEW;
    }

    private static void remember(
            AlertRoute route,
            StackReport stack,
            Optional<LastAlert> known,
            boolean told,
            Instant now,
            Map<StackPath, LastAlert> after) {
        StackPath path = stack.stack().path();
        if (route.filter().isTrouble(stack)) {
            boolean unknown = stack.verdict() == Verdict.UNKNOWN;
            Optional<Severity> severity = unknown ? known.flatMap(LastAlert::severity) : stack.severity();
            after.put(
                    path,
                    new LastAlert(
                            stack.verdict(),
                            severity,
                            unknown ? known.flatMap(LastAlert::fingerprint) : stack.fingerprint(),
                            told ? now : known.map(LastAlert::toldAt).orElse(now)));
        } else if (stack.verdict() != Verdict.UNKNOWN) {
            after.remove(path);
        }
    }
}
