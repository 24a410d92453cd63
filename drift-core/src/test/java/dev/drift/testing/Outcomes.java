package dev.drift.testing;

import dev.drift.diagnosis.FieldClass;
import dev.drift.diagnosis.FieldFinding;
import dev.drift.diagnosis.Findings;
import dev.drift.diagnosis.Pending;
import dev.drift.diagnosis.ResourceFinding;
import dev.drift.diagnosis.Severity;
import dev.drift.diagnosis.StackOutcome;
import dev.drift.diagnosis.Waived;
import dev.drift.observation.ChangeAction;
import dev.drift.observation.Coverage;
import dev.drift.observation.ProbePhase;
import dev.drift.observation.ResourceAddress;
import dev.drift.value.Value;
import dev.drift.value.ValuePath;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Outcomes for tests. */
public final class Outcomes {

    /** By which {@link #waivedAt} leaves drift alone. */
    public static final Waived WAIVED =
            new Waived("/web aws_ecs_service.web", LocalDate.of(2026, 12, 31), "capacity <test>", Optional.of("anna"));

    private Outcomes() {}

    /** In sync, of one resource. */
    public static StackOutcome inSync() {
        return new StackOutcome.InSync(findings(List.of()));
    }

    /** Drifted: a service that had one task has as many now. */
    public static StackOutcome scaledTo(int tasks) {
        FieldFinding field = new FieldFinding(
                ValuePath.of("desired_count"),
                FieldClass.REVERTED,
                Severity.MEDIUM,
                Value.of(1),
                Value.of(tasks),
                false);
        return new StackOutcome.Drifted(findings(List.of(new ResourceFinding(
                ResourceAddress.of("aws_ecs_service.web", "aws_ecs_service"),
                ChangeAction.UPDATE,
                Severity.MEDIUM,
                List.of(field)))));
    }

    /** In sync, for what {@link #scaledTo} drifted is waived. */
    public static StackOutcome waivedAt(int tasks) {
        List<ResourceFinding> waived = scaledTo(tasks).findings().drift().stream()
                .map(drift -> new ResourceFinding(
                        drift.address(), drift.action(), drift.severity(), drift.fields(), Optional.of(WAIVED)))
                .toList();
        return new StackOutcome.InSync(
                new Findings(List.of(), Pending.NOTHING, waived, List.of(), Map.of(), Coverage.complete(1)));
    }

    /** Unknown: the plan failed. */
    public static StackOutcome unknown(String reason) {
        return StackOutcome.Unknown.because(ProbePhase.PLAN, reason);
    }

    private static Findings findings(List<ResourceFinding> drift) {
        return new Findings(drift, Pending.NOTHING, List.of(), List.of(), Map.of(), Coverage.complete(1));
    }
}
