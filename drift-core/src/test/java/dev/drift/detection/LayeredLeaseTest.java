package dev.drift.detection;

import static dev.drift.detection.Bench.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.diagnosis.StackOutcome;
import dev.drift.observation.CodeSide;
import dev.drift.observation.Coverage;
import dev.drift.observation.Declarations;
import dev.drift.observation.EnvironmentLease;
import dev.drift.observation.EnvironmentSource;
import dev.drift.observation.Observation;
import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbePhase;
import dev.drift.observation.ResourceChange;
import dev.drift.testing.Observations;
import dev.drift.testing.Stacks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A stack with a shared provider over its credentials. */
@Timeout(60)
class LayeredLeaseTest {

    private static final Map<String, String> SHARED = Map.of("ACCOUNT", "prod", "SOCKET", "shared");

    private final Bench bench = new Bench();
    private final EnvironmentSource layered =
            Bench.source(stack -> EnvironmentLease.over(bench.environments.lease(stack))
                    .lending(Map.of("SOCKET", "shared"))
                    .named("shared")
                    .noting("shared for a reason")
                    .doubting(failure -> Optional.of("the schema was trimmed").filter(why -> failure.contains("type")))
                    .build());

    @Test
    void namesTheMannerAndTheNoteOfTheLease() {
        StackCheck check = check(DetectionSettings.DEFAULT);

        assertThat(check.engine()).isEqualTo("scripted/shared");
        assertThat(check.note()).contains("shared for a reason");
    }

    @Test
    void keepsWhatLiesBelowAWithdrawnLease() {
        bench.probe.at("/a", request -> {
            if (request.lease().variables().equals(SHARED)) {
                throw new ProbeException(ProbePhase.PLAN, "Invalid resource type");
            }
            return Observations.scaled();
        });

        StackCheck check = check(DetectionSettings.DEFAULT);

        assertThat(leased()).containsExactly(SHARED, Map.of("ACCOUNT", "prod"));
        assertThat(check.outcome()).isInstanceOf(StackOutcome.Drifted.class);
        assertThat(check.engine()).isEqualTo("scripted");
        assertThat(check.note()).contains("looked at once more without what was leased: the schema was trimmed");
        assertThat(bench.environments.open()).isZero();
    }

    @Test
    void keepsAFailureThatTheLenderHasNoPartIn() {
        bench.probe.failingAt("/a", ProbePhase.PLAN, "AccessDenied");

        StackCheck check = check(DetectionSettings.DEFAULT);

        assertThat(reason(check.outcome())).isEqualTo("AccessDenied");
        assertThat(leased()).containsExactly(SHARED);
    }

    @Test
    void looksAtTheSampleBothWays() {
        StackCheck check = check(DetectionSettings.DEFAULT.withSample(1));

        assertThat(leased()).containsExactly(SHARED, Map.of("ACCOUNT", "prod"));
        assertThat(check.engine()).isEqualTo("scripted/shared");
        assertThat(check.note()).contains("verified: a plain look saw the same");
    }

    @Test
    void showsThePlanThatWasPaidForWhereOnlyTheObjectsHadBeenRead() {
        Observation planned = Observations.unchanged();
        Observation read =
                new Observation(List.of(), new CodeSide.Unasked(), List.of(), planned.coverage(), Optional.empty());
        bench.probe.at("/a", request -> request.lease().variables().equals(SHARED) ? read : planned);

        StackCheck unverified = check(DetectionSettings.DEFAULT);
        assertThat(unverified.isUnplanned()).isTrue();
        assertThat(unverified.engine()).isEqualTo("live/unplanned");
        assertThat(unverified.note()).contains("every object is as recorded; what the code asks for was not looked at");

        StackCheck check = check(DetectionSettings.DEFAULT.withSample(1));
        assertThat(check.isUnplanned()).isFalse();
        assertThat(check.engine()).isEqualTo("scripted");
        assertThat(check.note()).contains("verified: a plain look saw every object as it was read");
    }

    @Test
    void believesThePlainLookWhereTheySawDifferentThings() {
        bench.probe.at(
                "/a",
                request ->
                        request.lease().variables().equals(SHARED) ? Observations.unchanged() : Observations.scaled());

        StackCheck check = check(DetectionSettings.DEFAULT.withSample(1));

        assertThat(check.outcome()).isInstanceOf(StackOutcome.Drifted.class);
        assertThat(check.engine()).isEqualTo("scripted");
        assertThat(check.note()).contains("a plain look saw something else, and stands: aws_ecs_service.web");
    }

    @Test
    void doesNotTakeAFailedPlainLookForADifference() {
        bench.probe.at("/a", request -> {
            if (request.lease().variables().equals(SHARED)) {
                return Observations.scaled();
            }
            throw new ProbeException(ProbePhase.PLAN, "throttled");
        });

        StackCheck check = check(DetectionSettings.DEFAULT.withSample(1));

        assertThat(check.outcome()).isInstanceOf(StackOutcome.Drifted.class);
        assertThat(check.note()).contains("could not be verified: only one of two looks saw the stack");
    }

    @Test
    void looksOnceWhereThereIsOnlyOneWayAndSaysSo() {
        StackCheck check = bench.detector(DetectionSettings.DEFAULT.withSample(5))
                .check(List.of(Stacks.stack("/a")))
                .get(0);

        assertThat(bench.probe.lookedAt()).containsExactly("/a");
        assertThat(check.note()).contains("not verified: it was looked at plainly in the first place");
    }

    @Test
    void takesNoMoreThanTheSample() {
        List<StackCheck> checks =
                bench.detector(DetectionSettings.DEFAULT.withSample(3), layered).check(Stacks.many(10));

        assertThat(checks.stream().filter(check -> check.note().orElse("").startsWith("verified")))
                .hasSize(3);
        assertThat(bench.probe.requests()).hasSize(13);
    }

    @Test
    void asksForTestimonyOnlyWhereSomethingMoved() {
        List<String> asked = new CopyOnWriteArrayList<>();
        EnvironmentSource witnessing = Bench.source(stack -> EnvironmentLease.over(EnvironmentLease.of(Map.of()))
                .testifying(() -> {
                    asked.add(stack.path().value());
                    return List.of();
                })
                .build());
        List<ResourceChange> moved = Observations.scaled().drifted();
        bench.probe
                .at("/moved", request -> seen(moved, List.of()))
                .at("/pending", request -> seen(List.of(), moved))
                .at("/still", request -> seen(List.of(), List.of()));

        bench.detector(DetectionSettings.DEFAULT, witnessing)
                .check(List.of(Stacks.stack("/moved"), Stacks.stack("/pending"), Stacks.stack("/still")));

        assertThat(asked).containsExactlyInAnyOrder("/moved", "/pending");
    }

    private static Observation seen(List<ResourceChange> drifted, List<ResourceChange> planned) {
        CodeSide code = new CodeSide.Seen(planned, 0, Declarations.NONE, Optional.empty());
        return new Observation(drifted, code, List.of(), Coverage.complete(1), Optional.empty());
    }

    private StackCheck check(DetectionSettings settings) {
        return bench.detector(settings, layered)
                .check(List.of(Stacks.stack("/a")))
                .get(0);
    }

    private List<Map<String, String>> leased() {
        return bench.probe.requests().stream()
                .map(request -> request.lease().variables())
                .toList();
    }
}
