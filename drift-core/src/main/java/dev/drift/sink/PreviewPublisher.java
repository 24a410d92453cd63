package dev.drift.sink;

import static java.util.Objects.requireNonNull;

import dev.drift.catalog.SkippedStack;
import dev.drift.estate.Residency;
import dev.drift.preview.PreviewReport;
import dev.drift.preview.StackPreview;
import dev.drift.stack.Stack;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Hands a preview to every sink in turn, through the gate. What happens at one sink changes nothing for another.
 *
 * @param sinks the sinks
 * @param gate decides what may go to a sink whose place is elsewhere
 */
public record PreviewPublisher(List<PreviewSink> sinks, ResidencyGate gate) {

    public PreviewPublisher {
        sinks = List.copyOf(sinks);
        requireNonNull(gate, "gate is null");
    }

    /** To sinks that may have everything. */
    public PreviewPublisher(List<PreviewSink> sinks) {
        this(sinks, ResidencyGate.OPEN);
    }

    /**
     * What became of the preview at each sink, in the order of the sinks. A sink that may not have all of it is followed by what
     * was withheld; one that may have nothing of it is told nothing.
     */
    public List<Delivery> publish(PreviewReport preview) {
        return sinks.stream().flatMap(sink -> pass(sink, preview)).toList();
    }

    private Stream<Delivery> pass(PreviewSink sink, PreviewReport preview) {
        Optional<Residency> place = gate.promised(sink.destination(), sink.residency());
        Optional<Delivery> withheld =
                sink.leavesTheMachine() ? gate.withheld(stacks(preview), sink.destination(), place) : Optional.empty();
        PreviewReport part = withheld.isPresent() ? preview.only(stack -> gate.lets(stack, place)) : preview;
        boolean nothing = withheld.isPresent() && stacks(part).findAny().isEmpty();
        return Stream.concat(nothing ? Stream.empty() : Stream.of(deliver(sink, part)), withheld.stream());
    }

    private static Stream<Stack> stacks(PreviewReport preview) {
        return Stream.concat(
                preview.stacks().stream().map(StackPreview::stack),
                preview.skipped().stream().map(SkippedStack::stack));
    }

    private static Delivery deliver(PreviewSink sink, PreviewReport preview) {
        Attempt attempt = () -> sink.deliver(preview);
        return attempt.at(sink.destination());
    }
}
