package dev.drift.sink;

import static java.util.Objects.requireNonNull;

import dev.drift.catalog.SkippedStack;
import dev.drift.estate.Residency;
import dev.drift.report.DriftReport;
import dev.drift.report.StackReport;
import dev.drift.stack.Stack;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Hands a report to every sink in turn, through the gate. What happens at one sink changes nothing for another.
 *
 * @param sinks the sinks
 * @param gate decides what may go to a sink whose place is elsewhere
 */
public record ReportPublisher(List<ReportSink> sinks, ResidencyGate gate) {

    public ReportPublisher {
        sinks = List.copyOf(sinks);
        requireNonNull(gate, "gate is null");
    }

    /** To sinks that may have everything. */
    public ReportPublisher(List<ReportSink> sinks) {
        this(sinks, ResidencyGate.OPEN);
    }

    /**
     * What became of the report at each sink, in the order of the sinks. A sink that may not have all of it is followed by what
     * was withheld; one that may have nothing of it is told nothing.
     */
    public List<Delivery> publish(DriftReport report) {
        return sinks.stream().flatMap(sink -> pass(sink, report)).toList();
    }

    private Stream<Delivery> pass(ReportSink sink, DriftReport report) {
        Optional<Residency> place = gate.promised(sink.destination(), sink.residency());
        Optional<Delivery> withheld = sink.leavesTheMachine()
                ? gate.withheld(stacks(report).filter(sink::takes), sink.destination(), place)
                : Optional.empty();
        DriftReport part = withheld.isPresent() ? gate.part(report, place) : report;
        boolean nothing = withheld.isPresent() && stacks(part).findAny().isEmpty();
        return Stream.concat(nothing ? Stream.empty() : Stream.of(deliver(sink, part)), withheld.stream());
    }

    private static Stream<Stack> stacks(DriftReport report) {
        return Stream.concat(
                report.stacks().stream().map(StackReport::stack),
                report.skipped().stream().map(SkippedStack::stack));
    }

    private static Delivery deliver(ReportSink sink, DriftReport report) {
        Attempt attempt = () -> sink.deliver(report);
        return attempt.at(sink.destination());
    }
}
