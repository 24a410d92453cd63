package dev.drift.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.drift.observation.Coverage;
import dev.drift.observation.Gap;
import dev.drift.observation.ProbePhase;
import dev.drift.testing.Outcomes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StackOutcomeTest {

    @Test
    void foldsIntoOneAnswerForEach() {
        assertThat(Stream.of(Outcomes.inSync(), Outcomes.scaledTo(3), Outcomes.unknown("no"))
                        .map(outcome ->
                                outcome.<String>fold(inSync -> "in", drifted -> "out", unknown -> unknown.reason())))
                .containsExactly("in", "out", "no");
    }

    @Test
    void isNotInSyncWithDrift() {
        Findings drift = Outcomes.scaledTo(3).findings();

        assertThatIllegalArgumentException().isThrownBy(() -> new StackOutcome.InSync(drift));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StackOutcome.Drifted(Outcomes.inSync().findings()));
    }

    @Test
    void isUnknownWhereSomethingCouldNotBeLookedAt() {
        Coverage gap = new Coverage(2, 1, List.of(new Gap(ProbePhase.READ, "no", Optional.empty())));
        Findings drift = Outcomes.scaledTo(3).findings();

        assertThatIllegalArgumentException().isThrownBy(() -> new StackOutcome.InSync(with(gap, List.of())));
        assertThatIllegalArgumentException().isThrownBy(() -> new StackOutcome.Drifted(with(gap, drift.drift())));
        assertThat(new StackOutcome.Unknown(with(gap, drift.drift()), ProbePhase.READ, "no")
                        .findings()
                        .drift())
                .isNotEmpty();
    }

    @Test
    void refusesCountsThatCannotBe() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Coverage(1, 2, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Pending(List.of(), -1));
    }

    @Test
    void theWorseOfTwoSeveritiesWins() {
        assertThat(Severity.LOW.or(Severity.CRITICAL)).isEqualTo(Severity.CRITICAL);
        assertThat(Severity.HIGH.or(Severity.MEDIUM)).isEqualTo(Severity.HIGH);
    }

    private static Findings with(Coverage coverage, List<ResourceFinding> drift) {
        return new Findings(drift, Pending.NOTHING, List.of(), List.of(), Map.of(), coverage);
    }
}
