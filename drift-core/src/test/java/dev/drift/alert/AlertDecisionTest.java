package dev.drift.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.catalog.SkippedStack;
import dev.drift.diagnosis.Severity;
import dev.drift.diagnosis.StackOutcome;
import dev.drift.estate.Cell;
import dev.drift.estate.Environment;
import dev.drift.estate.Region;
import dev.drift.observation.ProbePhase;
import dev.drift.report.DriftReport;
import dev.drift.report.RunFacts;
import dev.drift.report.StackReport;
import dev.drift.report.Verdict;
import dev.drift.stack.StackPath;
import dev.drift.testing.Outcomes;
import dev.drift.testing.Reports;
import dev.drift.testing.Stacks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AlertDecisionTest {

    private static final StackOutcome UNKNOWN = StackOutcome.Unknown.because(ProbePhase.PLAN, "Error: no");

    private AlertRoute route = new AlertRoute("eu", AlertFilter.EVERYTHING, Duration.ofHours(24));
    private Map<StackPath, LastAlert> known = Map.of();
    private Instant now = Reports.FINISHED;

    @Test
    void oneMessageTellsOfAllStacks() {
        Alert alert = told(drifted("/a", 3), drifted("/b", 3), stack("/c", UNKNOWN), stack("/d", Outcomes.inSync()))
                .orElseThrow();

        assertThat(alert.items()).extracting(item -> item.stack().value()).containsExactly("/a", "/b", "/c");
        assertThat(alert.items()).extracting(AlertItem::change).containsOnly(Change.NEW);
        assertThat(alert.title()).isEqualTo("acme/infra: 3 new; 3 open");
        assertThat(alert.items().get(0).about()).contains("desired_count").doesNotContain("3");
        assertThat(alert.items().get(2).about()).isEqualTo("plan: Error: no");
    }

    @Test
    void whatDidNotChangeIsToldAgainOnlyAsAReminder() {
        assertThat(told(drifted("/a", 3))).isPresent();

        now = now.plus(Duration.ofHours(23));
        assertThat(told(drifted("/a", 3))).isEmpty();
        now = now.plus(Duration.ofHours(1));
        assertThat(told(drifted("/a", 3)).orElseThrow().items())
                .extracting(AlertItem::change)
                .containsExactly(Change.SAME);
        now = now.plus(Duration.ofHours(1));
        assertThat(told(drifted("/a", 3))).isEmpty();
    }

    @Test
    void anotherDriftIsNewAndARiseIsWorse() {
        told(drifted("/a", 3));
        assertThat(told(drifted("/a", 4)).orElseThrow().items())
                .extracting(AlertItem::change)
                .containsExactly(Change.NEW);

        known = Map.of(
                StackPath.of("/a"),
                new LastAlert(
                        Optional.of(Cell.UNASSIGNED),
                        Verdict.DRIFTED,
                        Optional.of(Severity.LOW),
                        Optional.of(new dev.drift.diagnosis.Fingerprint("0123456789abcdef")),
                        now));
        assertThat(told(drifted("/a", 4)).orElseThrow().items())
                .extracting(AlertItem::change)
                .containsExactly(Change.WORSE);
    }

    @Test
    void theEndIsToldOnce() {
        told(drifted("/a", 3), drifted("/b", 3));

        Alert over = told(stack("/a", Outcomes.inSync()), drifted("/b", 3)).orElseThrow();
        assertThat(over.items()).extracting(AlertItem::change).containsExactly(Change.RECOVERED);
        assertThat(over.title()).isEqualTo("acme/infra: 1 recovered; 1 open");
        assertThat(told(stack("/a", Outcomes.inSync()), drifted("/b", 3))).isEmpty();
        assertThat(told(stack("/b", Outcomes.inSync())).orElseThrow().open()).isZero();
    }

    @Test
    void driftThatIsWaivedIsOverAndSaysThatItIsOnlyLeftAlone() {
        told(drifted("/a", 3));

        Alert over = told(stack("/a", Outcomes.waivedAt(3))).orElseThrow();
        assertThat(over.items()).extracting(AlertItem::change).containsExactly(Change.RECOVERED);
        assertThat(over.items().get(0).about())
                .isEqualTo("aws_ecs_service.web waived until 2026-12-31: capacity <test>, by anna");
        assertThat(told(stack("/a", Outcomes.waivedAt(3)))).isEmpty();
        assertThat(told(drifted("/a", 3)).orElseThrow().items())
                .extracting(AlertItem::change)
                .containsExactly(Change.NEW);
    }

    @Test
    void aStackThatWasNotLookedAtIsNeitherOverNorNew() {
        told(drifted("/a", 3));

        assertThat(told(drifted("/b", 3)).orElseThrow().open()).isEqualTo(2);
        assertThat(known).containsKeys(StackPath.of("/a"), StackPath.of("/b"));
    }

    @Test
    void driftThatWasUnknownForAWhileIsTheSameDrift() {
        told(drifted("/a", 3));
        assertThat(told(stack("/a", UNKNOWN))).isPresent();
        assertThat(told(stack("/a", UNKNOWN))).isEmpty();

        assertThat(told(drifted("/a", 3))).isEmpty();
        assertThat(told(stack("/a", Outcomes.inSync()))).isPresent();
    }

    @Test
    void unknownNeverEndsDriftWhereTheRouteDoesNotWantToHearOfIt() {
        route = new AlertRoute(
                "eu",
                new AlertFilter(Set.of(), Set.of(), Set.of(Verdict.DRIFTED), Severity.LOW, Set.of(Change.values())),
                Duration.ofHours(1));
        told(drifted("/a", 3));

        assertThat(told(stack("/a", UNKNOWN))).isEmpty();
        assertThat(known).containsKey(StackPath.of("/a"));
    }

    @Test
    void aRouteHearsOfItsEnvironmentsItsRegionsAndItsSeverityOnly() {
        StackReport prod = tagged("/a", "environment/prod", "region/eu-central-1");
        StackReport qa = tagged("/b", "environment/qa", "region/eu-central-1");
        StackReport west = tagged("/c", "environment/prod", "region/eu-west-1");
        AlertFilter filter = new AlertFilter(
                Set.of(new Environment("prod")),
                Set.of(new Region("eu-central-1")),
                Set.of(Verdict.DRIFTED),
                Severity.LOW,
                Set.of(Change.NEW));
        route = new AlertRoute("eu", filter, Duration.ofHours(1));
        assertThat(told(prod, qa, west).orElseThrow().items())
                .extracting(item -> item.cell().toString())
                .containsExactly("prod/eu-central-1");
        assertThat(told(tagged("/a", "environment/prod"))).isEmpty();

        known = Map.of();
        route = new AlertRoute("eu", filter.in(Set.of(Region.GLOBAL)), Duration.ofHours(1));
        assertThat(told(prod)).isEmpty();
        assertThat(told(tagged("/a", "environment/prod"))).isPresent();

        known = Map.of();
        route = new AlertRoute("eu", filter.atLeast(Severity.CRITICAL), Duration.ofHours(1));
        assertThat(told(prod)).isEmpty();
        assertThat(known).isEmpty();
    }

    @Test
    void noValueOfAResourceIsInAMessage() {
        Alert alert = told(drifted("/a", 987_654)).orElseThrow();

        assertThat(alert.toString() + new AlertPage(words -> words, 10_000).lines(alert))
                .contains("desired_count")
                .doesNotContain("987654");
    }

    @Test
    void aStackThatMovedIsOverWhereItWas() {
        told(tagged("/a", "environment/prod", "region/eu-central-1"));

        Alert moved = told(tagged("/a", "environment/prod", "region/eu-west-1")).orElseThrow();
        assertThat(moved.items())
                .extracting(item -> item.change() + " " + item.cell())
                .containsExactly("NEW prod/eu-west-1", "RECOVERED prod/eu-central-1");
        assertThat(moved.cells()).extracting(cell -> moved.in(cell).open()).containsExactly(1, 0);

        route = new AlertRoute(
                "eu", AlertFilter.EVERYTHING.in(Set.of(new Region("eu-central-1"))), Duration.ofHours(24));
        assertThat(told(tagged("/a", "environment/prod", "region/eu-west-1"))
                        .orElseThrow()
                        .items())
                .extracting(item -> item.change() + " " + item.cell())
                .containsExactly("RECOVERED prod/eu-west-1");
        assertThat(known).isEmpty();
    }

    @Test
    void aStackThatIsGoneForCertainIsOver() {
        told(drifted("/s/a", 3), drifted("/s/b", 3), drifted("/s/c", 3));

        Alert over = told("", List.of(), drifted("/s/a", 3), drifted("/s/c", 3)).orElseThrow();
        assertThat(over.items())
                .extracting(item -> item.change() + " " + item.stack() + ": " + item.about())
                .containsExactly("RECOVERED /s/b: the stack is gone");
        assertThat(known).containsOnlyKeys(StackPath.of("/s/a"), StackPath.of("/s/c"));
    }

    @Test
    void whatAReportDoesNotNameIsNotGoneUnlessThatIsCertain() {
        told(drifted("/s/a", 3), drifted("/s/b", 3), drifted("/s/c", 3));
        StackReport elsewhere = tagged("/s/d", "environment/prod");
        SkippedStack unasked = new SkippedStack(Stacks.stack("/s/c"), "not selected by Only:some");

        told("share 1/2", List.of(), drifted("/s/a", 3), drifted("/s/c", 3));
        told("Only:some", List.of(unasked), drifted("/s/a", 3));
        told("", List.of(), drifted("/s/c", 3));
        told("", List.of(), drifted("/s/a/below", 3), drifted("/s/a", 3));
        told("", List.of(), elsewhere, tagged("/t", "environment/prod"));

        assertThat(known).containsKeys(StackPath.of("/s/a"), StackPath.of("/s/b"), StackPath.of("/s/c"));
    }

    @Test
    void whatIsRememberedWithoutACellIsKnownByTheNextLook() {
        known = Map.of(
                StackPath.of("/a"),
                new LastAlert(Optional.empty(), Verdict.UNKNOWN, Optional.empty(), Optional.empty(), now));

        assertThat(told(stack("/a", UNKNOWN))).isEmpty();
        assertThat(known.get(StackPath.of("/a")).cell()).contains(Cell.UNASSIGNED);
    }

    private Optional<Alert> told(StackReport... stacks) {
        return told("share 1/2", List.of(), stacks);
    }

    private Optional<Alert> told(String selector, List<SkippedStack> skipped, StackReport... stacks) {
        RunFacts run = new RunFacts("run", now, now, selector, Map.of("repository", "acme/infra"), "1.0.0");
        AlertDecision decision =
                AlertDecision.of(route, new DriftReport(run, List.of(stacks), skipped), Cell::of, known);
        known = decision.after();
        return decision.alert();
    }

    private static StackReport stack(String path, StackOutcome outcome) {
        return Reports.checked(path, outcome);
    }

    private static StackReport drifted(String path, int count) {
        return stack(path, Outcomes.scaledTo(count));
    }

    private static StackReport tagged(String path, String... tags) {
        return new StackReport(Reports.check(Stacks.stack(path, tags), Outcomes.scaledTo(3)), Optional.empty());
    }
}
