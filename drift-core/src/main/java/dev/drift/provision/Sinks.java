package dev.drift.provision;

import static java.util.Objects.requireNonNull;

import dev.drift.estate.Residency;
import dev.drift.sink.Delivery;
import dev.drift.sink.ResidencyGate;
import dev.drift.stack.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The sinks of a run, behind the gate. What happens at one changes nothing for another, and nothing for the run but that a plan is
 * not shown.
 *
 * @param all the sinks
 * @param gate decides what may go to a sink whose place is elsewhere
 * @param trail what is kept of the run
 */
record Sinks(List<ProvisionSink> all, ResidencyGate gate, ProvisionTrail trail) {

    Sinks {
        all = List.copyOf(all);
        requireNonNull(gate, "gate is null");
        requireNonNull(trail, "trail is null");
    }

    void tell(ProvisionEvent event) {
        told(event);
    }

    /** Shows a plan before it is applied; why it must not be, if somebody who was to show it to people could not. */
    Optional<String> show(ProvisionEvent.Planned planned) {
        List<PlanNotShownException> unseen = told(planned);
        return unseen.stream()
                .map(hidden -> String.valueOf(hidden.getMessage()))
                .findFirst();
    }

    /** Waits until what was planned for the stack is kept; a trail that cannot be kept holds it up for a while only. */
    void awaitKept(Stack stack) {
        trail.awaitKept(stack);
    }

    private List<PlanNotShownException> told(ProvisionEvent event) {
        trail.on(event);
        List<PlanNotShownException> unseen = new ArrayList<>();
        for (ProvisionSink sink : all) {
            try {
                part(event, sink).ifPresent(sink::on);
            } catch (PlanNotShownException hidden) {
                unseen.add(hidden);
            } catch (RuntimeException | Error broken) {
                // A sink that breaks misses events; the run goes on.
            }
        }
        return unseen;
    }

    /** What became of their deliveries, sink by sink, and then of what was kept. */
    List<Delivery> finish(ProvisionReport report) {
        List<Delivery> told = all.stream().flatMap(sink -> finish(sink, report)).toList();
        return Stream.concat(told.stream(), trail.finish(report, told).stream()).toList();
    }

    private Optional<ProvisionEvent> part(ProvisionEvent event, ProvisionSink sink) {
        Predicate<Stack> open = openTo(sink);
        if (event.stacks().stream().allMatch(open)) {
            return Optional.of(event);
        }
        return event instanceof ProvisionEvent.Begun begun
                        && event.stacks().stream().anyMatch(open)
                ? Optional.of(new ProvisionEvent.Begun(begun.order().only(open)))
                : Optional.empty();
    }

    /** One that may have nothing of it is told nothing. What was only skipped and may not be told is left out silently. */
    private Stream<Delivery> finish(ProvisionSink sink, ProvisionReport report) {
        try {
            Stream<Stack> stacks = report.stacks().stream().map(StackProvision::stack);
            Optional<Delivery> withheld = sink.leavesTheMachine() && sink.listens()
                    ? gate.withheld(stacks, sink.destination(), place(sink))
                    : Optional.empty();
            ProvisionReport part = report.only(openTo(sink));
            boolean nothing = withheld.isPresent() && part.stacks().isEmpty();
            return Stream.concat(nothing ? Stream.empty() : sink.finish(part).stream(), withheld.stream());
        } catch (RuntimeException | Error broken) {
            return Stream.of(new Delivery.Undelivered(
                    "provision sink", "the sink broke: " + broken.getClass().getName()));
        }
    }

    private Predicate<Stack> openTo(ProvisionSink sink) {
        if (!sink.leavesTheMachine()) {
            return stack -> true;
        }
        Optional<Residency> place = place(sink);
        return stack -> gate.lets(stack, place);
    }

    private Optional<Residency> place(ProvisionSink sink) {
        return gate.promised(sink.destination(), sink.residency());
    }
}
