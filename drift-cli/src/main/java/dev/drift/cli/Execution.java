package dev.drift.cli;

import dev.drift.DriftRun;
import dev.drift.RunResult;
import dev.drift.sink.Delivery;

/** Executes a run, shows how it goes, prints what it says. */
final class Execution {

    private Execution() {}

    /** Runs to the end, also when it is cancelled: the report is whole then too. */
    static ExitCode of(DriftRun.Builder described, OutputOptions output, Surroundings surroundings) {
        Interruption signals = Interruption.ofThisThread();
        try {
            RunResult result = watched(described, output, surroundings);
            if (Thread.interrupted()) {
                surroundings.say("Cancelled: what was not done is unknown");
            }
            surroundings.out().print(output.text(result.report(), surroundings));
            surroundings.out().flush();
            boolean whole = true;
            for (Delivery delivery : result.deliveries()) {
                if (delivery instanceof Delivery.Undelivered lost) {
                    surroundings.say("Not delivered to " + lost.destination() + ": " + lost.reason());
                    whole = false;
                }
            }
            return whole ? output.exitCode(result.report()) : ExitCode.FAILED;
        } finally {
            signals.over();
        }
    }

    private static RunResult watched(DriftRun.Builder described, OutputOptions output, Surroundings surroundings) {
        try (Progress progress = Progress.shown(output, surroundings)) {
            DriftRun run = described.listening(progress).build();
            progress.expect(run.workload().selected().size());
            return run.execute();
        }
    }
}
