package dev.drift.alert;

import static java.util.Objects.requireNonNull;

import dev.drift.catalog.SkippedStack;
import dev.drift.estate.Cell;
import dev.drift.report.DriftReport;
import dev.drift.report.StackReport;
import dev.drift.report.Verdict;
import dev.drift.stack.Stack;
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
 * What a run has to say on a route, given what was said before. A stack that a run did not look at is left as it was known, and so is
 * one that is unknown where the route does not want to hear of that. A stack that moved to another cell, that the route does not hear
 * of any more, or that is gone for certain is over where it was.
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
        List<AlertItem> items = new ArrayList<>(ended(route, report, cells, after));
        for (StackReport stack : report.stacks()) {
            Cell cell = cells.apply(stack.stack());
            if (route.filter().concerns(cell)) {
                Optional<LastAlert> known =
                        Optional.ofNullable(after.get(stack.stack().path()));
                Optional<Change> told = told(route, stack, known, report.run().finishedAt());
                told.ifPresent(change -> items.add(AlertItem.of(stack, cell, change)));
                Instant toldAt = told.map(change -> report.run().finishedAt())
                        .or(() -> known.map(LastAlert::toldAt))
                        .orElse(report.run().finishedAt());
                remember(route, stack, cell, toldAt, after);
            }
        }
        Optional<Alert> alert = items.isEmpty()
                ? Optional.empty()
                : Optional.of(new Alert(route.name(), report.run(), items, after.size(), openIn(after)));
        return new AlertDecision(alert, after);
    }

    /**
     * Decides where nobody knows what was told before: all trouble is told as {@link Change#OPEN}, nothing is new and nothing
     * recovered, and nothing is remembered.
     */
    public static AlertDecision withoutPast(AlertRoute route, DriftReport report, Function<Stack, Cell> cells) {
        Map<Cell, Integer> openIn = new HashMap<>();
        List<AlertItem> items = new ArrayList<>();
        for (StackReport stack : report.stacks()) {
            Cell cell = cells.apply(stack.stack());
            if (route.filter().hearsOfTrouble()
                    && route.filter().concerns(cell)
                    && route.filter().isTrouble(stack)) {
                items.add(AlertItem.of(stack, cell, Change.OPEN));
                openIn.merge(cell, 1, Integer::sum);
            }
        }
        Optional<Alert> alert = items.isEmpty()
                ? Optional.empty()
                : Optional.of(new Alert(route.name(), report.run(), items, items.size(), openIn));
        return new AlertDecision(alert, Map.of());
    }

    /** Takes out what is over because the stack is not where it was, and says what is to be told of that. */
    private static List<AlertItem> ended(
            AlertRoute route, DriftReport report, Function<Stack, Cell> cells, Map<StackPath, LastAlert> after) {
        Map<StackPath, Cell> now = new HashMap<>();
        Stream.concat(
                        report.stacks().stream().map(StackReport::stack),
                        report.skipped().stream().map(SkippedStack::stack))
                .forEach(stack -> now.put(stack.path(), cells.apply(stack)));
        GoneStacks gone = GoneStacks.of(report, cells);
        List<AlertItem> items = new ArrayList<>();
        Map.copyOf(after).forEach((path, last) -> {
            Optional<Cell> cell = Optional.ofNullable(now.get(path));
            boolean unheard =
                    cell.filter(there -> !route.filter().concerns(there)).isPresent();
            boolean moved = cell.filter(last::isOutside).isPresent();
            if (unheard || moved || gone.contains(path, last)) {
                after.remove(path);
                String about = cell.isPresent() ? "it is not of this cell or route any more" : "the stack is gone";
                last.cell().ifPresent(then -> items.add(AlertItem.ended(path, then, last, about)));
            }
        });
        return route.filter().changes().contains(Change.RECOVERED) ? items : List.of();
    }

    private static Map<Cell, Integer> openIn(Map<StackPath, LastAlert> after) {
        Map<Cell, Integer> open = new HashMap<>();
        after.values().forEach(last -> last.cell().ifPresent(cell -> open.merge(cell, 1, Integer::sum)));
        return open;
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
            AlertRoute route, StackReport stack, Cell cell, Instant toldAt, Map<StackPath, LastAlert> after) {
        StackPath path = stack.stack().path();
        if (route.filter().isTrouble(stack)) {
            boolean unknown = stack.verdict() == Verdict.UNKNOWN;
            Optional<LastAlert> known = Optional.ofNullable(after.get(path));
            after.put(
                    path,
                    new LastAlert(
                            Optional.of(cell),
                            stack.verdict(),
                            unknown ? known.flatMap(LastAlert::severity) : stack.severity(),
                            unknown ? known.flatMap(LastAlert::fingerprint) : stack.fingerprint(),
                            toldAt));
        } else if (stack.verdict() != Verdict.UNKNOWN) {
            after.remove(path);
        }
    }
}
