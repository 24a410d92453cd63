package dev.drift.alert;

import static java.util.Objects.requireNonNull;

import dev.drift.estate.Cell;
import dev.drift.estate.Residency;
import dev.drift.report.DriftReport;
import dev.drift.sink.Delivery;
import dev.drift.sink.ReportSink;
import dev.drift.sink.SinkException;
import dev.drift.stack.Stack;
import dev.drift.stack.StackPath;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where a route meets its receiver: decides what there is to say of a run, says it in one message, and remembers it once it was
 * taken. What was not taken is said again by the next run. Desks of the same route and memory take turns. Where the memory is out
 * of reach everything that is open is said, without calling any of it new.
 *
 * @param route what is told
 * @param sender to whom
 * @param memory what was told before
 * @param cells which cell a stack belongs to
 */
public record AlertDesk(AlertRoute route, AlertSender sender, AlertMemory memory, Function<Stack, Cell> cells) {

    private static final String NAME = "alerts ";

    public AlertDesk {
        requireNonNull(route, "route is null");
        requireNonNull(sender, "sender is null");
        requireNonNull(memory, "memory is null");
        requireNonNull(cells, "cells is null");
    }

    /** Whether a delivery is one of a desk. */
    public static boolean isOne(Delivery delivery) {
        return delivery.destination().startsWith(NAME);
    }

    /** This desk as a sink of a run, which promises what receiver and memory both promise. It delivers what changed and not the report itself. */
    public ReportSink sink() {
        return new Sink(this);
    }

    private record Sink(AlertDesk desk) implements ReportSink {

        @Override
        public String destination() {
            return NAME + desk.route.name() + " (" + desk.sender.destination() + ")";
        }

        @Override
        public Optional<Residency> residency() {
            Optional<Residency> promised = desk.sender.residency();
            return !desk.memory.leavesTheMachine() || desk.memory.residency().equals(promised)
                    ? promised
                    : Optional.empty();
        }

        @Override
        public boolean takes(Stack stack) {
            return desk.route.filter().concerns(desk.cells.apply(stack));
        }

        @Override
        public void deliver(DriftReport report) throws SinkException {
            try {
                desk.memory.renew(desk.route.name(), before -> told(report, before));
            } catch (ForgottenException forgotten) {
                throw new SinkException(withoutPast(report) + forgotten.reason(), forgotten);
            } catch (AlertException refused) {
                throw new SinkException(refused.reason(), refused);
            }
        }

        private String withoutPast(DriftReport report) throws SinkException {
            AlertDecision decision = AlertDecision.withoutPast(desk.route, report, desk.cells);
            try {
                if (decision.alert().isPresent()) {
                    desk.sender.send(decision.alert().get());
                }
            } catch (AlertException refused) {
                throw new SinkException(refused.reason(), refused);
            }
            return decision.alert().isPresent()
                    ? "what is open was told, and not what changed: "
                    : "nothing is open, and what was told before is not known: ";
        }

        private Map<StackPath, LastAlert> told(DriftReport report, Map<StackPath, LastAlert> before)
                throws AlertException {
            AlertDecision decision = AlertDecision.of(desk.route, report, desk.cells, before);
            if (decision.alert().isPresent()) {
                desk.sender.send(decision.alert().get());
            }
            return decision.after();
        }
    }
}
