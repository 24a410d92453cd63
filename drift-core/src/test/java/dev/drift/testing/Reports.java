package dev.drift.testing;

import dev.drift.detection.StackCheck;
import dev.drift.diagnosis.StackOutcome;
import dev.drift.report.DriftReport;
import dev.drift.report.RunFacts;
import dev.drift.report.StackReport;
import dev.drift.stack.Stack;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reports for tests. */
public final class Reports {

    /** When the runs of these reports end. */
    public static final Instant FINISHED = Instant.parse("2026-11-23T06:01:00Z");

    private Reports() {}

    /** The facts of a run of one minute. */
    public static RunFacts run(String id) {
        return new RunFacts(id, FINISHED.minusSeconds(60), FINISHED, "", Map.of("repository", "acme/infra"), "1.0.0");
    }

    /** The report of a run that looked at these stacks. */
    public static DriftReport of(String id, StackReport... stacks) {
        return new DriftReport(run(id), Arrays.asList(stacks), List.of());
    }

    /** A run that found one stack in sync. */
    public static DriftReport inSync(String id) {
        return of(id, checked("/stacks/web", Outcomes.inSync()));
    }

    /** A run that found one stack drifted. */
    public static DriftReport drifted(String id) {
        return of(id, checked("/stacks/web", Outcomes.scaledTo(3)));
    }

    /** A stack that was looked at for a second. */
    public static StackReport checked(String path, StackOutcome outcome) {
        return new StackReport(check(Stacks.stack(path), outcome), Optional.empty());
    }

    /** A check of a stack that took a second. */
    public static StackCheck check(Stack stack, StackOutcome outcome) {
        return new StackCheck(stack, outcome, "plan", Duration.ofSeconds(1), Optional.empty());
    }
}
