package dev.drift.audit;

import static java.util.Objects.requireNonNull;

import dev.drift.catalog.SkippedStack;
import dev.drift.catalog.Workload;
import dev.drift.diagnosis.StackOutcome;
import dev.drift.estate.Cell;
import dev.drift.estate.EstateDefinition;
import dev.drift.estate.Residency;
import dev.drift.observation.ProbePhase;
import dev.drift.report.DriftReport;
import dev.drift.report.StackReport;
import dev.drift.report.Summary;
import dev.drift.sink.Delivery;
import dev.drift.stack.Stack;
import dev.drift.timetable.MissedTicks;
import dev.drift.value.Value;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Keeps runs in a trail: what was looked at and found, what was not looked at and why, who was told. It may keep some cells
 * only; what it says of a run is then counted over these. A trail that cannot be written changes no run.
 *
 * @param trail where
 * @param cells which cell a stack belongs to
 * @param kept which cells are kept
 * @param clock what is told between the ends of a run happens when this says
 */
public record RunJournal(AuditTrail trail, Function<Stack, Cell> cells, Predicate<Cell> kept, Clock clock) {

    /** Every cell is kept, also one that nobody knows of. */
    public static final Predicate<Cell> EVERY_CELL = cell -> true;

    private static final String WITHHELD = "withheld, because some of it is bound elsewhere";

    public RunJournal {
        requireNonNull(trail, "trail is null");
        requireNonNull(cells, "cells is null");
        requireNonNull(kept, "kept is null");
        requireNonNull(clock, "clock is null");
    }

    /** Of every cell, as the tags of the stacks say. */
    public static RunJournal of(AuditTrail trail) {
        return new RunJournal(trail, Cell::of, EVERY_CELL, Clock.systemUTC());
    }

    /** Whether any of its cells is looked at, or left out for another reason than that nobody asked for it. */
    public boolean concerns(Workload workload) {
        return workload.selected().stream().anyMatch(this::keeps)
                || workload.skipped().stream().anyMatch(skipped -> keeps(skipped.stack()) && wasAsked(skipped));
    }

    /** Whether the cell of a stack is kept. */
    public boolean keeps(Stack stack) {
        return kept.test(cells.apply(stack));
    }

    /** Whether all of these are kept, and whatever else there may be as far as that is known. */
    boolean keepsAll(Collection<Stack> stacks) {
        return kept == EVERY_CELL || (!stacks.isEmpty() && stacks.stream().allMatch(this::keeps));
    }

    /** The same in an estate, whose cells are then meant, as far as nothing is bound elsewhere that the trail would keep. */
    RunJournal within(EstateDefinition estate) {
        boolean binds = estate.environments().stream()
                .anyMatch(defined -> defined.duties().residency().isPresent());
        if (!binds || !trail.leavesTheMachine()) {
            return this;
        }
        Predicate<Cell> permitted = cell -> Residency.permits(
                estate.of(cell).flatMap(defined -> defined.duties().residency()), trail.residency());
        return new RunJournal(trail, estate::cellOf, kept.and(permitted), clock);
    }

    /** A run begins. */
    public Delivery started(String run, String selector, Workload workload) {
        long selected = workload.selected().stream().filter(this::keeps).count();
        long skipped = workload.skipped().stream()
                .map(SkippedStack::stack)
                .filter(this::keeps)
                .count();
        return append(List.of(note(
                run,
                AuditEvent.of(AuditEvent.Kind.RUN_STARTED)
                        .with("selector", selector)
                        .with("selected", selected)
                        .with("skipped", skipped))));
    }

    /** A run selected nothing, and therefore looked at nothing. */
    public Delivery nothingSelected(String run, String selector) {
        return append(List.of(
                note(run, AuditEvent.of(AuditEvent.Kind.NOTHING_SELECTED).with("selector", selector))));
    }

    /** A run ended with a report, and these deliveries of it were tried. */
    public Delivery finished(DriftReport report, List<Delivery> deliveries) {
        DriftReport mine = report.only(this::keeps);
        String run = report.run().id();
        List<AuditNote> notes = new ArrayList<>();
        report.missed().stream()
                .filter(ticks -> kept.test(ticks.cell()))
                .forEach(ticks -> notes.add(missed(run, ticks)));
        mine.stacks().forEach(stack -> {
            notes.add(looked(report, stack));
            DriftFacts.waived(stack).forEach(event -> notes.add(note(report, stack, event)));
        });
        mine.skipped().stream().filter(RunJournal::wasAsked).forEach(stack -> notes.add(skipped(report, stack)));
        List<Stack> about = Stream.concat(
                        report.stacks().stream().map(StackReport::stack),
                        report.skipped().stream().filter(RunJournal::wasAsked).map(SkippedStack::stack))
                .toList();
        deliveries.forEach(delivery -> notes.add(note(run, told(delivery, about))));
        notes.add(note(run, finished(mine)));
        return append(notes);
    }

    /** Keeps what happened outside of a run, such as a tick in a closed window or a stack that was provisioned. */
    public Delivery happened(String run, Optional<Cell> cell, AuditEvent event) {
        return append(List.of(new AuditNote(run, clock.instant(), cell, event)));
    }

    /** Keeps what happened in a run and is about no single cell, in one piece. */
    public Delivery happened(String run, List<AuditEvent> events) {
        return append(events.stream().map(event -> note(run, event)).toList());
    }

    private AuditNote missed(String run, MissedTicks ticks) {
        AuditEvent event = AuditEvent.of(AuditEvent.Kind.MISSED_TICK)
                .with("cause", ticks.cause().word())
                .with("count", ticks.count())
                .with("first", ticks.first().toString())
                .with("last", ticks.last().toString());
        return new AuditNote(run, clock.instant(), Optional.of(ticks.cell()), event);
    }

    /** What the selector does not name is counted, and told by the selector itself. */
    private static boolean wasAsked(SkippedStack skipped) {
        return !skipped.reason().startsWith(Workload.NOT_SELECTED);
    }

    private AuditNote looked(DriftReport report, StackReport stack) {
        AuditEvent event = stack.outcome()
                .fold(
                        inSync -> AuditEvent.of(AuditEvent.Kind.IN_SYNC),
                        drifted -> DriftFacts.of(stack),
                        RunJournal::unknown);
        Map<String, Value> facts = new LinkedHashMap<>();
        facts.put("stack", Value.of(stack.stack().path().toString()));
        facts.put("engine", Value.of(stack.check().engine()));
        facts.put("resources", Value.of(stack.outcome().findings().coverage().resources()));
        facts.putAll(event.facts());
        return note(report, stack, new AuditEvent(event.kind(), facts));
    }

    private AuditNote note(DriftReport report, StackReport stack, AuditEvent event) {
        return new AuditNote(
                report.run().id(), report.run().finishedAt(), Optional.of(cells.apply(stack.stack())), event);
    }

    private AuditNote skipped(DriftReport report, SkippedStack skipped) {
        return new AuditNote(
                report.run().id(),
                report.run().finishedAt(),
                Optional.of(cells.apply(skipped.stack())),
                AuditEvent.of(AuditEvent.Kind.SKIPPED)
                        .with("stack", skipped.stack().path().toString())
                        .with("reason", skipped.reason()));
    }

    private static AuditEvent unknown(StackOutcome.Unknown unknown) {
        return AuditEvent.of(
                        unknown.phase() == ProbePhase.CANCELLED ? AuditEvent.Kind.CANCELLED : AuditEvent.Kind.UNKNOWN)
                .with("phase", unknown.phase().word())
                .with("reason", unknown.reason());
    }

    /**
     * What became of a delivery, as an event. What may name cells or stacks that are kept elsewhere is not told in full.
     *
     * @param about the stacks that the run looked at, or was to look at
     */
    public AuditEvent told(Delivery delivery, Collection<Stack> about) {
        boolean others = !about.isEmpty() && !keepsAll(about);
        String place = delivery.destination();
        String destination = others ? place.split(", ", 2)[0] : place;
        if (!(delivery instanceof Delivery.Undelivered lost)) {
            return AuditEvent.of(AuditEvent.Kind.DELIVERED).with("destination", destination);
        }
        return AuditEvent.of(AuditEvent.Kind.UNDELIVERED)
                .with("destination", destination)
                .with("reason", reason(lost, others));
    }

    private String reason(Delivery.Undelivered lost, boolean others) {
        if (!lost.named().isEmpty()) {
            return lost.named().stream().allMatch(kept) ? lost.reason() : WITHHELD;
        }
        return others ? RunJournals.UNTOLD : lost.reason();
    }

    private static AuditEvent finished(DriftReport report) {
        Summary summary = report.summary();
        AuditEvent event = AuditEvent.of(AuditEvent.Kind.RUN_FINISHED)
                .with("verdict", summary.verdict().word())
                .with("selected", summary.selected())
                .with("in_sync", summary.inSync())
                .with("drifted", summary.drifted())
                .with("unknown", summary.unknown())
                .with("skipped", summary.skipped())
                .with("pending", summary.pending())
                .with(
                        "resources",
                        summary.resources().isPresent()
                                ? Value.of(summary.resources().getAsInt())
                                : Value.ofNull())
                .with("started_at", report.run().startedAt().toString())
                .with("finished_at", report.run().finishedAt().toString())
                .with("selector", report.run().selector());
        for (String origin : List.of("repository", "commit", "environment", "region")) {
            Optional<String> known = report.run().from(origin);
            event = known.isPresent() ? event.with(origin, known.get()) : event;
        }
        return event.with("drift_version", report.run().version());
    }

    private AuditNote note(String run, AuditEvent event) {
        return new AuditNote(run, clock.instant(), Optional.empty(), event);
    }

    private Delivery append(List<AuditNote> notes) {
        try {
            trail.append(notes);
            return new Delivery.Delivered(trail.destination());
        } catch (AuditException refused) {
            return new Delivery.Undelivered(trail.destination(), refused.reason());
        } catch (RuntimeException | Error broken) {
            return new Delivery.Undelivered(
                    trail.destination(), "the trail broke: " + broken.getClass().getName());
        }
    }
}
