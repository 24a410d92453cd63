package dev.drift.terramate.probe;

import dev.drift.observation.KnownSecrets;
import dev.drift.observation.ProbeException;
import dev.drift.provision.ApplyResult;
import dev.drift.terramate.plan.SanitizedPlan;
import dev.drift.terramate.process.ToolRun;
import dev.drift.terramate.process.UserEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** How the apply of a plan ended, told from what its tool left: an exit code, lines, perhaps a state. */
record AppliedPlan(Steps steps, LookFolder folder, UserEnvironment user, DoneLines done) {

    private static final int LARGEST = 16_000_000;

    /**
     * What came of it.
     *
     * @param run how the tool ended; empty if it was killed
     * @param inTime whether it ended before it was asked to
     */
    ApplyResult result(Optional<ToolRun> run, boolean inTime) {
        List<String> lines = done.lines();
        Optional<StrayState.Kept> stray = StrayState.in(steps.place().directory())
                .keep(user, steps.request().stack());
        if (run.filter(ended -> ended.exitCode() == 0).isPresent() && stray.isEmpty()) {
            return new ApplyResult.Complete(lines);
        }
        String reason = run.map(ended -> reason(ended, inTime)).orElseGet(this::killed);
        return new ApplyResult.Incomplete(
                stray.flatMap(StrayState.Kept::remark)
                        .map(remark -> reason + "; " + remark)
                        .orElse(reason),
                lines,
                stray.map(StrayState.Kept::file));
    }

    private String reason(ToolRun run, boolean inTime) {
        String late = "not done within " + Steps.spoken(steps.request().limit())
                + ", so it was asked to stop, which it did by itself";
        if (!inTime) {
            return late;
        }
        String reason = steps.failure(Step.APPLY, run).reason();
        return secrets().map(known -> known.hiddenIn(reason)).orElse(reason);
    }

    private String killed() {
        return "not done within " + Steps.spoken(steps.request().limit())
                + ", and did not stop when it was asked to, so it was killed: its state may miss what it did and be locked"
                + " still";
    }

    /** What the plan knows to be secret must not come back in a message about it. */
    private Optional<KnownSecrets> secrets() {
        Path json = folder.json();
        try {
            return Optional.of(SanitizedPlan.of(
                            () -> Files.newInputStream(json),
                            LARGEST,
                            steps.redaction().secrets())
                    .secrets());
        } catch (ProbeException unreadable) {
            return Optional.empty();
        }
    }
}
