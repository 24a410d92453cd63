package dev.drift.testing;

import dev.drift.Drift;
import dev.drift.estate.Cell;
import dev.drift.estate.CellFilter;
import dev.drift.estate.Environment;
import dev.drift.estate.EnvironmentDefinition;
import dev.drift.estate.EstateDefinition;
import dev.drift.estate.Region;
import dev.drift.estate.Rhythm;
import dev.drift.history.CellFreshness;
import dev.drift.history.InMemoryHistory;
import dev.drift.history.PassedTicks;
import dev.drift.history.ReportHistory;
import dev.drift.report.DriftReport;
import dev.drift.stack.Stack;
import dev.drift.timetable.CellTimetable;
import dev.drift.timetable.MissedTicks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A month of an estate of six cells whose schedules are followed by a service that does it at its best effort: it is late by
 * minutes, at times by hours, drops ticks one by one, and now and then all of them for most of a day. Each tick that is left is
 * a run of its own over an estate whose stacks answer at once, at a moment of a clock that only the month moves.
 */
public final class SimulatedMonth {

    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant END = Instant.parse("2026-12-01T00:00:00Z");
    private static final Map<String, List<String>> REGIONS = Map.of(
            "prod", List.of("eu-central-1", "eu-west-1"),
            "qa", List.of("eu-south-1", "eu-west-2"),
            "dev", List.of("us-east-1", "us-west-1"));

    private final Random random;
    private final EstateDefinition estate;
    private final List<Stack> stacks;
    private final InMemoryCatalog catalog;
    private final MovableClock clock = new MovableClock(START);
    private final ReportHistory history = new InMemoryHistory();
    private final List<Run> runs = new ArrayList<>();
    private int ticks;

    /** A month of so many stacks, always the same for a seed. */
    public SimulatedMonth(long seed, int stacks) {
        this.random = new Random(seed);
        this.estate = new EstateDefinition(
                List.of(environment("prod"), environment("qa"), environment("dev")),
                EstateDefinition.USUAL_ON_DEMAND,
                List.of());
        List<Cell> cells = estate.cells(List.of());
        this.stacks = IntStream.range(0, stacks)
                .mapToObj(number -> stack(number, cells.get(number % cells.size())))
                .toList();
        this.catalog = InMemoryCatalog.of(this.stacks);
    }

    /**
     * One run, as it was found afterwards.
     *
     * @param cell which cell was looked at
     * @param at when
     * @param overdueBefore the cells that were overdue when it began, this one among them if it was
     * @param dropped how many ticks of the cell were dropped since the run of it before
     * @param missed the missed ticks that its report tells
     */
    public record Run(Cell cell, Instant at, List<Cell> overdueBefore, int dropped, List<MissedTicks> missed) {

        /** How many ticks its report says were dropped. */
        public int reported() {
            return missed.stream()
                    .filter(ticks -> ticks.cause() == MissedTicks.Cause.UNRECORDED)
                    .mapToInt(MissedTicks::count)
                    .sum();
        }
    }

    /** Lets the month pass. */
    public List<Run> pass() {
        Map<Cell, Integer> dropped = new HashMap<>();
        for (Trigger trigger : triggers()) {
            if (trigger.at().isEmpty()) {
                dropped.merge(trigger.cell(), 1, Integer::sum);
            } else {
                Integer before = dropped.put(trigger.cell(), 0);
                run(trigger.cell(), trigger.at().get(), before == null ? 0 : before);
            }
        }
        return List.copyOf(runs);
    }

    /** How many ticks the month had. */
    public int ticks() {
        return ticks;
    }

    /** A tick, and when somebody follows it; empty if nobody does. */
    private record Trigger(Cell cell, Instant tick, Optional<Instant> at) {

        private Instant moment() {
            return at.orElse(tick);
        }
    }

    private List<Trigger> triggers() {
        List<Instant> outages = random.doubles(3, 0, 30)
                .mapToObj(day -> START.plusSeconds((long) (day * 86_400)))
                .toList();
        List<Trigger> all = new ArrayList<>();
        for (Cell cell : estate.cells(List.of())) {
            CellTimetable timetable = CellTimetable.written(estate, cell).orElseThrow();
            Instant last = START;
            for (Instant tick : timetable.schedule().ticks(START, END)) {
                boolean out = outages.stream()
                        .anyMatch(begin -> !tick.isBefore(begin) && tick.isBefore(begin.plus(Duration.ofHours(20))));
                Instant at = tick.plus(delay());
                boolean follows = !out
                        && random.nextInt(12) > 0
                        && at.isAfter(last)
                        && at.isBefore(timetable.schedule().next(tick));
                all.add(new Trigger(cell, tick, follows ? Optional.of(at) : Optional.empty()));
                last = follows ? at : last;
            }
        }
        ticks = all.size();
        all.sort(Comparator.comparing(Trigger::moment));
        return all;
    }

    /** Mostly a few minutes, at times hours. */
    private Duration delay() {
        int most = random.nextInt(20) == 0 ? 240 : 25;
        return Duration.ofMinutes(1 + random.nextInt(most));
    }

    private void run(Cell cell, Instant at, int dropped) {
        clock.moveTo(at);
        List<Cell> overdue = CellFreshness.of(estate, stacks, history).stream()
                .filter(each -> each.isOverdue(at))
                .map(CellFreshness::cell)
                .toList();
        DriftReport report = Drift.over(catalog)
                .probing(new ScriptedProbe())
                .dividedBy(estate)
                .selecting(new CellFilter(
                        estate,
                        List.of(cell.environment().orElseThrow()),
                        List.of(cell.region().orElseThrow())))
                .parallelism(1)
                .remembering(history)
                .noticing(own -> new PassedTicks(estate, history).before(own, at))
                .clock(clock)
                .build()
                .execute()
                .report();
        runs.add(new Run(cell, at, overdue, dropped, report.missed()));
    }

    private static EnvironmentDefinition environment(String name) {
        EnvironmentDefinition usual = EnvironmentDefinition.usual(new Environment(name));
        return new EnvironmentDefinition(
                usual.environment(),
                usual.select(),
                REGIONS.getOrDefault(name, List.of()).stream().map(Region::new).collect(Collectors.toList()),
                Rhythm.usual(usual.environment()),
                usual.means(),
                usual.duties());
    }

    private static Stack stack(int number, Cell cell) {
        String environment = cell.environment().orElseThrow().name();
        String region = cell.region().orElseThrow().name();
        return Stacks.stack(
                String.format("/stacks/%s/%s/s%04d", environment, region, number),
                "environment/" + environment,
                "region/" + region);
    }
}
