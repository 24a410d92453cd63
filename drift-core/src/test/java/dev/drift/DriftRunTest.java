package dev.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.catalog.CatalogException;
import dev.drift.catalog.SkippedStack;
import dev.drift.config.InvalidConfigException;
import dev.drift.diagnosis.Judge;
import dev.drift.diagnosis.RuleBook;
import dev.drift.diagnosis.Waiver;
import dev.drift.estate.Duties;
import dev.drift.estate.Environment;
import dev.drift.estate.EnvironmentDefinition;
import dev.drift.estate.EstateDefinition;
import dev.drift.estate.MaintenanceWindow;
import dev.drift.estate.MaintenanceWindows;
import dev.drift.estate.Means;
import dev.drift.estate.Parallelism;
import dev.drift.estate.Rhythm;
import dev.drift.estate.Schedule;
import dev.drift.estate.Shard;
import dev.drift.observation.ProbePhase;
import dev.drift.report.DriftReport;
import dev.drift.report.StackReport;
import dev.drift.report.Verdict;
import dev.drift.sink.MemorySink;
import dev.drift.stack.Selector;
import dev.drift.stack.Stack;
import dev.drift.testing.InMemoryCatalog;
import dev.drift.testing.RecordingEnvironments;
import dev.drift.testing.RecordingListener;
import dev.drift.testing.Reports;
import dev.drift.testing.ScriptedProbe;
import dev.drift.testing.Stacks;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DriftRunTest {

    private static final Stack WEB = Stacks.stack("/stacks/prod/web", "environment/prod");
    private static final Stack DNS = Stacks.stack("/stacks/prod/dns", "environment/prod");
    private static final Stack QA = Stacks.stack("/stacks/qa/web", "environment/qa");
    private static final Clock CLOCK = Clock.fixed(Reports.FINISHED, ZoneOffset.UTC);

    private final ScriptedProbe probe = new ScriptedProbe();
    private final InMemoryCatalog catalog = InMemoryCatalog.of(WEB, DNS, QA);

    @Test
    void aWaiverThatIsOverIsNamedWhereItsDriftCountsAgain() {
        probe.scaledAt("/stacks/prod/web");
        LocalDate yesterday = LocalDate.of(2026, 11, 22);
        Waiver over = new Waiver(
                Selector.EVERYTHING, "aws_ecs_service.*", Optional.empty(), yesterday, "?", Optional.empty());

        DriftReport report = Drift.over(catalog)
                .probing(probe)
                .clock(CLOCK)
                .judgedBy(Judge.by(RuleBook.EMPTY).waiving(List.of(over)))
                .build()
                .execute()
                .report();

        assertThat(report.withOutcome(Verdict.DRIFTED))
                .singleElement()
                .satisfies(stack -> assertThat(stack.check().note())
                        .contains("counts again, because its waiver expired: aws_ecs_service.* until 2026-11-22"));
        assertThat(report.withOutcome(Verdict.IN_SYNC))
                .hasSize(2)
                .allMatch(stack -> stack.check().note().isEmpty());
    }

    @Test
    void asksForAProbe() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Drift.over(catalog).build())
                .withMessageContaining("probing(");
    }

    @Test
    void needsNothingButAProbe() {
        RunResult result = Drift.over(catalog).probing(probe).build().execute();

        assertThat(result.report().verdict()).isEqualTo(Verdict.IN_SYNC);
        assertThat(result.report().stacks()).hasSize(3);
        assertThat(result.deliveries()).isEmpty();
    }

    @Test
    void looksAtWhatIsSelectedAndNamesWhatIsSkipped() {
        RunResult result =
                run().selecting(Selector.parse("Environment:prod")).build().execute();

        assertThat(probe.lookedAt()).containsExactlyInAnyOrder("/stacks/prod/dns", "/stacks/prod/web");
        assertThat(result.report().stacks().stream().map(StackReport::stack)).containsExactly(DNS, WEB);
        assertThat(result.report().skipped()).containsExactly(new SkippedStack(QA, "not selected by Environment:prod"));
        assertThat(result.report().run().selector()).isEqualTo("Environment:prod");
    }

    @Test
    void leavesOutCellsWhoseWindowsAreClosedAndSaysWhy() {
        EstateDefinition estate = estate(new MaintenanceWindows(List.of(new MaintenanceWindow(
                MaintenanceWindow.Kind.DENY, Schedule.parse("0 6 * * *"), Duration.ofHours(1), Set.of()))));

        RunResult closed = run().dividedBy(estate).build().execute();
        RunResult ignored = run().dividedBy(estate).ignoringWindows().build().execute();

        assertThat(closed.report().stacks().stream().map(StackReport::stack)).containsExactly(QA);
        assertThat(closed.report().skipped())
                .extracting(SkippedStack::reason)
                .containsExactly(
                        "maintenance window: closed since \"0 6 * * *\" for 1h",
                        "maintenance window: closed since \"0 6 * * *\" for 1h");
        assertThat(ignored.report().stacks()).hasSize(3);
        assertThat(ignored.report().cells())
                .map(cell -> cell.cell() + " " + cell.summary().selected() + " " + cell.verdict())
                .containsExactly("live/global 2 IN_SYNC", "unassigned 1 IN_SYNC");
    }

    private static EstateDefinition estate(MaintenanceWindows windows) {
        Environment live = new Environment("live");
        return new EstateDefinition(
                List.of(new EnvironmentDefinition(
                        live,
                        Selector.parse("environment:prod"),
                        List.of(),
                        new Rhythm(Optional.empty(), Optional.empty(), windows),
                        Means.usual(live),
                        Duties.NONE)),
                new Parallelism(5),
                List.of());
    }

    @Test
    void startsStacksInRunOrder() {
        Drift.over(catalog.ordering(DNS, "/stacks/qa/web"))
                .probing(probe)
                .parallelism(1)
                .build()
                .execute();

        assertThat(probe.lookedAt()).containsExactly("/stacks/qa/web", "/stacks/prod/dns", "/stacks/prod/web");
    }

    @Test
    void refusesToSelectNothingNamingWhatIsNear() {
        assertThatThrownBy(() -> run().selecting(Selector.parse("Environment:prd"))
                        .build()
                        .execute())
                .isInstanceOf(InvalidConfigException.class)
                .hasMessage("selector: No stack is tagged Environment:prd; did you mean prod?");
        assertThat(probe.lookedAt()).isEmpty();
    }

    @Test
    void selectsNothingWhereThatIsAllowed() {
        RunResult result = run().selecting(Selector.parse("Environment:prd"))
                .allowingEmptySelection()
                .build()
                .execute();

        assertThat(result.report().summary().selected()).isZero();
        assertThat(result.report().skipped()).hasSize(3);
    }

    @Test
    void takesItsShareOfWhatIsSelectedAndOfWhatIsSkipped() {
        List<RunResult> shares = List.of(share("1/2"), share("2/2"));

        assertThat(shares.stream()
                        .flatMap(share -> share.report().stacks().stream())
                        .map(StackReport::stack))
                .containsExactlyInAnyOrder(WEB, DNS);
        assertThat(shares.stream()
                        .flatMap(share -> share.report().skipped().stream())
                        .map(SkippedStack::stack))
                .containsExactly(QA);
        assertThat(shares)
                .allSatisfy(share -> assertThat(share.report().stacks()).hasSize(1));
    }

    @Test
    void passesOnThatTheCatalogCannotBeRead() {
        RecordingEnvironments environments = new RecordingEnvironments(Map.of());

        assertThatThrownBy(() -> Drift.over(InMemoryCatalog.unreadable("stack.tm.hcl:3:1: torn"))
                        .probing(probe)
                        .authenticatedBy(environments)
                        .build()
                        .execute())
                .isInstanceOf(CatalogException.class)
                .hasMessage("stack.tm.hcl:3:1: torn");
        assertThat(environments.closings()).isEqualTo(1);
    }

    @Test
    void tellsTheFactsOfTheRun() {
        RunResult result = run().identifiedBy(() -> "run-7")
                .describedBy(Map.of("repository", "acme/infra"))
                .build()
                .execute();

        assertThat(result.report().run().id()).isEqualTo("run-7");
        assertThat(result.report().run().startedAt()).isEqualTo(Reports.FINISHED);
        assertThat(result.report().run().from("repository")).contains("acme/infra");
        assertThat(result.report().run().version()).isEqualTo(Drift.version());
        assertThatIllegalArgumentException().isThrownBy(() -> run().describedBy(Map.of("weather", "fine")));
    }

    @Test
    void namesEveryExecutionAnew() {
        DriftRun run = run().build();

        assertThat(run.execute().report().run().id())
                .isNotEqualTo(run.execute().report().run().id());
    }

    @Test
    void givesTheSameReportForTheSameEstate() {
        probe.failingAt("/stacks/prod/web", ProbePhase.INIT, "no");
        DriftRun run = run().identifiedBy(() -> "run-1").build();

        assertThat(run.execute().report()).isEqualTo(run.execute().report());
    }

    @Test
    void isNotTouchedByWhatItsBuilderIsToldLater() {
        MemorySink sink = new MemorySink();
        DriftRun.Builder builder = run();
        DriftRun run = builder.build();

        builder.deliveringTo(sink).selecting(Selector.parse("nothing"));

        assertThat(run.execute().report().stacks()).hasSize(3);
        assertThat(sink.reports()).isEmpty();
    }

    @Test
    void tellsItsListener() {
        RecordingListener listener = new RecordingListener();

        run().listening(listener).build().execute();

        assertThat(listener.judged()).hasSize(3);
    }

    @Test
    void handsTheTimeLimitToTheProbe() {
        run().timeout(Duration.ofSeconds(42)).build().execute();

        assertThat(probe.requests())
                .allSatisfy(request ->
                        assertThat(request.timeout()).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(42)));
    }

    private DriftRun.Builder run() {
        return Drift.over(catalog).probing(probe).clock(CLOCK);
    }

    private RunResult share(String share) {
        return run().selecting(Selector.parse("Environment:prod"))
                .taking(Shard.parse(share))
                .build()
                .execute();
    }
}
