package dev.drift.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.drift.catalog.SkippedStack;
import dev.drift.diagnosis.Severity;
import dev.drift.testing.Outcomes;
import dev.drift.testing.Reports;
import dev.drift.testing.Stacks;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SummaryTest {

    @ParameterizedTest
    @CsvSource({"0, 0, 0, IN_SYNC", "3, 0, 0, IN_SYNC", "3, 1, 0, DRIFTED", "3, 1, 1, UNKNOWN", "0, 0, 1, UNKNOWN"})
    void saysUnknownBeforeDriftedBeforeInSync(int inSync, int drifted, int unknown, Verdict verdict) {
        Summary summary = new Summary(inSync, drifted, unknown, 7, 0, OptionalInt.of(0));

        assertThat(summary.verdict()).isEqualTo(verdict);
        assertThat(summary.selected()).isEqualTo(inSync + drifted + unknown);
    }

    @Test
    void countsResourcesOnlyIfAllOfThemWereSeen() {
        List<StackReport> seen =
                List.of(Reports.checked("/a", Outcomes.inSync()), Reports.checked("/b", Outcomes.scaledTo(3)));
        DriftReport whole = new DriftReport(Reports.run("run-1"), seen, List.of());

        assertThat(whole.summary().resources()).isEqualTo(OptionalInt.of(2));
        assertThat(new DriftReport(Reports.run("run-1"), List.of(), List.of())
                        .summary()
                        .resources())
                .isEqualTo(OptionalInt.of(0));
    }

    @Test
    void countsWhatAReportLists() {
        DriftReport report = new DriftReport(
                Reports.run("run-1"),
                List.of(
                        Reports.checked("/c", Outcomes.unknown("no")),
                        Reports.checked("/a", Outcomes.inSync()),
                        Reports.checked("/b", Outcomes.scaledTo(3))),
                List.of(new SkippedStack(Stacks.stack("/e"), "no"), new SkippedStack(Stacks.stack("/d"), "no")));

        assertThat(report.summary()).isEqualTo(new Summary(1, 1, 1, 2, 0, OptionalInt.empty()));
        assertThat(report.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(report.stacks().stream().map(stack -> stack.stack().path().value()))
                .containsExactly("/a", "/b", "/c");
        assertThat(report.skipped().stream()
                        .map(skipped -> skipped.stack().path().value()))
                .containsExactly("/d", "/e");
        assertThat(report.withOutcome(Verdict.DRIFTED))
                .containsExactly(report.stacks().get(1));
    }

    @Test
    void aStackIsAsBadAsItsWorstDrift() {
        assertThat(Reports.checked("/a", Outcomes.scaledTo(3)).severity()).contains(Severity.MEDIUM);
        assertThat(Reports.checked("/a", Outcomes.inSync()).severity()).isEmpty();
        assertThat(Reports.checked("/a", Outcomes.inSync()).fingerprint()).isEmpty();
    }

    @Test
    void aRunEndsAfterItStartsAndSaysOnlyWhatReportsHaveAFieldFor() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RunFacts(
                        "run-1", Reports.FINISHED, Reports.FINISHED.minusMillis(1), "", Map.of(), "1.0.0"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RunFacts(
                        "run-1", Reports.FINISHED, Reports.FINISHED, "", Map.of("weather", "fine"), "1.0.0"))
                .withMessageContaining("commit, environment, region, repository");
    }
}
