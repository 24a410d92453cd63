package dev.drift.terramate.probe;

import dev.drift.observation.KnownSecrets;
import dev.drift.provision.ApplyResult;
import dev.drift.terramate.process.ToolRun;
import dev.drift.terramate.process.UserEnvironment;
import java.util.List;
import java.util.Optional;

/**
 * How the apply of a plan ended, told from what its tool left: an exit code, lines, perhaps a state.
 *
 * @param secrets what the plan knows to be secret, which must not come back in a message about it
 */
record AppliedPlan(Steps steps, KnownSecrets secrets, UserEnvironment user, DoneLines done) {

    /** What the exit code of a program that a signal ended is counted from. */
    private static final int SIGNALS = 128;

    private static final String UNSAFE = "its state may miss what it did and be locked still";

    /**
     * What came of it.
     *
     * @param run how the tool ended; empty if it was killed
     * @param inTime whether it ended before it was asked to
     */
    ApplyResult result(Optional<ToolRun> run, boolean inTime) {
        List<String> lines = done.lines();
        StrayState left = StrayState.in(steps.place().directory());
        Optional<StrayState.Kept> stray = left.keep(user, steps.request().stack());
        if (run.filter(ended -> ended.exitCode() == 0).isPresent() && stray.isEmpty()) {
            return new ApplyResult.Complete(lines);
        }
        String reason = run.map(ended -> reason(ended, inTime)).orElseGet(this::killed);
        return new ApplyResult.Incomplete(
                stray.flatMap(StrayState.Kept::remark)
                        .or(left::doubt)
                        .map(remark -> reason + "; " + remark)
                        .orElse(reason),
                lines,
                stray.map(StrayState.Kept::file));
    }

    private String reason(ToolRun run, boolean inTime) {
        if (run.exitCode() > SIGNALS) {
            return steps.program().tool().command() + " was killed by signal " + (run.exitCode() - SIGNALS)
                    + " while it applied: it may have been applied in part, and " + UNSAFE;
        }
        String late = "not done within " + Steps.spoken(steps.request().limit())
                + ", so it was asked to stop, which it did by itself";
        if (!inTime) {
            return late;
        }
        String reason = steps.failure(Step.APPLY, run).reason();
        return secrets.hiddenIn(reason);
    }

    private String killed() {
        return "not done within " + Steps.spoken(steps.request().limit())
                + ", and did not stop when it was asked to, so it was killed: it may have been applied in part,"
                + " and " + UNSAFE;
    }
}
