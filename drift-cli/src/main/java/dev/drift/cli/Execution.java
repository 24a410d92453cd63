package dev.drift.cli;

import dev.drift.AuditedRun;
import dev.drift.DriftRun;
import dev.drift.RunResult;
import dev.drift.alert.AlertDesk;
import dev.drift.audit.RunJournal;
import dev.drift.github.GitHubSinks;
import dev.drift.report.DriftReport;
import dev.drift.sink.Delivery;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Executes a run, shows how it goes, prints what it says. */
final class Execution {

    private Execution() {}

    /** Runs to the end, also when it is cancelled: the report is whole then too. */
    static ExitCode of(
            DriftRun.Builder described, OutputOptions output, DeliveryOptions delivery, Surroundings surroundings) {
        return of(described, List.of(), output, delivery, surroundings, report -> List.of());
    }

    /** The same, kept in journals, with something that is said of the report in the end, and what became of that. */
    static ExitCode of(
            DriftRun.Builder described,
            List<RunJournal> journals,
            OutputOptions output,
            DeliveryOptions delivery,
            Surroundings surroundings,
            Function<DriftReport, List<Delivery>> inTheEnd) {
        Interruption signals = Interruption.ofThisThread();
        try {
            RunResult result = watched(described, journals, output, surroundings);
            if (Thread.interrupted()) {
                surroundings.say("Cancelled: what was not done is unknown");
            }
            surroundings.out().print(output.text(result.report(), surroundings));
            surroundings.out().flush();
            List<Delivery> deliveries = new ArrayList<>(result.deliveries());
            deliveries.addAll(inTheEnd.apply(result.report()));
            return isDelivered(
                            deliveries, result.liveDeliveries(), output.quiet, delivery.requireDelivery, surroundings)
                    ? output.exitCode(result.report())
                    : ExitCode.FAILED;
        } finally {
            signals.over();
        }
    }

    /**
     * Whether what had to be delivered was, after saying what was not. A report that was asked for by name must lie at its
     * place; what Terramate Cloud and GitHub are told must arrive only where that is asked for.
     */
    static boolean isDelivered(
            List<Delivery> deliveries,
            List<Delivery> live,
            boolean quiet,
            boolean deliveryRequired,
            Surroundings surroundings) {
        Deliveries sinks = new Deliveries(deliveries);
        sinks.that(Execution::isHistory).sayWhatIsLost(surroundings);
        Deliveries reports = sinks.that(delivery -> !isByTheWay(delivery) && !isHistory(delivery));
        List<Deliveries> others = List.of(new Deliveries(live), sinks.that(Execution::isByTheWay));
        if (!quiet) {
            others.forEach(each -> each.sayWhatArrived(surroundings));
        }
        reports.sayWhatIsLost(surroundings);
        others.forEach(each -> each.sayWhatIsLost(surroundings));
        return reports.areWhole() && (!deliveryRequired || others.stream().allMatch(Deliveries::areWhole));
    }

    /** What is remembered helps later runs; this one says what it says without. */
    private static boolean isHistory(Delivery delivery) {
        return delivery.destination().equals("history");
    }

    private static RunResult watched(
            DriftRun.Builder described, List<RunJournal> journals, OutputOptions output, Surroundings surroundings) {
        try (Progress progress = Progress.shown(output, surroundings)) {
            DriftRun run = described.listening(progress).build();
            return new AuditedRun(run, journals)
                    .execute(workload -> progress.expect(workload.selected().size()));
        }
    }

    /** What nobody asked for by its name. */
    private static boolean isByTheWay(Delivery delivery) {
        return GitHubSinks.isOne(delivery) || AlertDesk.isOne(delivery);
    }
}
