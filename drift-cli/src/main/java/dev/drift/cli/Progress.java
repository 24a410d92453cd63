package dev.drift.cli;

import dev.drift.detection.DetectionListener;
import dev.drift.detection.StackEvent;

/** Shows on the error stream how a run goes. */
sealed interface Progress extends DetectionListener, AutoCloseable permits ProgressLine, ProgressLog, Progress.Silent {

    /** How many stacks will be looked at. */
    void expect(int stacks);

    @Override
    void close();

    /** A line that is written anew on a terminal, groups in GitHub Actions, plain lines elsewhere, nothing if quiet. */
    static Progress shown(OutputOptions options, Surroundings surroundings) {
        return options.quiet ? new Silent() : shown(options.verbose, Wording.DETECTION, surroundings);
    }

    /** The same, of a preview. */
    static Progress shown(PreviewOutput options, Surroundings surroundings) {
        return options.quiet ? new Silent() : shown(options.verbose, Wording.PREVIEW, surroundings);
    }

    private static Progress shown(boolean verbose, Wording wording, Surroundings surroundings) {
        boolean line = surroundings.terminal().err() && !Terminal.isDumb(surroundings.environment());
        if (line && !verbose) {
            return new ProgressLine(surroundings, wording);
        }
        boolean groups = "true".equals(surroundings.environment().get("GITHUB_ACTIONS"));
        return new ProgressLog(surroundings, wording, groups && verbose, verbose);
    }

    /** Shows nothing. */
    record Silent() implements Progress {
        @Override
        public void expect(int stacks) {
            // Nobody is told.
        }

        @Override
        public void on(StackEvent event) {
            // Nobody is told.
        }

        @Override
        public void close() {
            // Nothing was shown that could be taken away.
        }
    }
}
