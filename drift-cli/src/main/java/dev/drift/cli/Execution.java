package dev.drift.cli;

import dev.drift.DriftRun;
import dev.drift.RunResult;

/** Executes a run, shows how it goes, prints what it says. */
final class Execution {

    private Execution() {}

    /** Runs to the end, also when it is cancelled: the report is whole then too. */
    static ExitCode of(
            DriftRun.Builder described, OutputOptions output, boolean deliveryRequired, Surroundings surroundings) {
        Interruption signals = Interruption.ofThisThread();
        try {
            RunResult result = watched(described, output, surroundings);
            if (Thread.interrupted()) {
                surroundings.say("Cancelled: what was not done is unknown");
            }
            surroundings.out().print(output.text(result.report(), surroundings));
            surroundings.out().flush();
            return isDelivered(result, output, deliveryRequired, surroundings)
                    ? output.exitCode(result.report())
                    : ExitCode.FAILED;
        } finally {
            signals.over();
        }
    }

    /**
     * Whether what had to be delivered was, after saying what was not. A report that was asked for by name must lie at its
     * place; what is told live must arrive only where that is asked for.
     */
    private static boolean isDelivered(
            RunResult result, OutputOptions output, boolean deliveryRequired, Surroundings surroundings) {
        Deliveries reports = new Deliveries(result.deliveries());
        Deliveries live = new Deliveries(result.liveDeliveries());
        if (!output.quiet) {
            live.sayWhatArrived(surroundings);
        }
        reports.sayWhatIsLost(surroundings);
        live.sayWhatIsLost(surroundings);
        return reports.areWhole() && (live.areWhole() || !deliveryRequired);
    }

    private static RunResult watched(DriftRun.Builder described, OutputOptions output, Surroundings surroundings) {
        try (Progress progress = Progress.shown(output, surroundings)) {
            DriftRun run = described.listening(progress).build();
            progress.expect(run.workload().selected().size());
            return run.execute();
        }
    }
}
