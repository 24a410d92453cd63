package dev.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.drift.audit.AuditAnchor;
import dev.drift.audit.AuditFolder;
import dev.drift.audit.AuditInspection;
import dev.drift.audit.RunJournal;
import dev.drift.catalog.CatalogException;
import dev.drift.catalog.SkippedStack;
import dev.drift.config.InvalidConfigException;
import dev.drift.diagnosis.Judge;
import dev.drift.diagnosis.ResourceFinding;
import dev.drift.diagnosis.RuleBook;
import dev.drift.diagnosis.Waiver;
import dev.drift.estate.Cell;
import dev.drift.estate.Environment;
import dev.drift.estate.EnvironmentDefinition;
import dev.drift.estate.EstateDefinition;
import dev.drift.estate.MaintenanceWindow;
import dev.drift.estate.MaintenanceWindows;
import dev.drift.estate.Parallelism;
import dev.drift.estate.Rhythm;
import dev.drift.estate.Schedule;
import dev.drift.estate.Shard;
import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbePhase;
import dev.drift.report.DriftReport;
import dev.drift.sink.Delivery;
import dev.drift.sink.MemorySink;
import dev.drift.stack.Selector;
import dev.drift.testing.AuditTrails;
import dev.drift.testing.InMemoryCatalog;
import dev.drift.testing.Reports;
import dev.drift.testing.ScriptedProbe;
import dev.drift.testing.Stacks;
import dev.drift.value.Json;
import dev.drift.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class AuditedRunTest {

    private static final Clock CLOCK = Clock.fixed(Reports.FINISHED, ZoneOffset.UTC);

    @TempDir
    private Path root;

    private final ScriptedProbe probe = new ScriptedProbe();
    private final InMemoryCatalog catalog = InMemoryCatalog.of(
            Stacks.stack("/prod/web", "environment/prod", "region/eu-central-1"),
            Stacks.stack("/prod/dns", "environment/prod"),
            Stacks.stack("/qa/web", "environment/qa", "region/eu-south-1"));

    @Test
    void keepsWhatWasLookedAtAndWhatWasNot() throws Exception {
        probe.scaledAt("/prod/web").at("/prod/dns", request -> {
            throw new ProbeException(ProbePhase.PLAN, "Error: no such module");
        });

        RunResult result = new AuditedRun(
                        run("Environment:prod").deliveringTo(new MemorySink()).build(), List.of(journal(cell -> true)))
                .execute(workload -> {});

        assertThat(kinds()).containsExactly("run_started", "unknown", "drifted", "delivered", "run_finished");
        assertThat(events())
                .allMatch(line ->
                        line.field("run").equals(Value.of(result.report().run().id())));
        Value drifted = events().get(2);
        assertThat(drifted.field("cell")).isEqualTo(Value.of("prod/eu-central-1"));
        assertThat(Json.write(drifted.field("event")))
                .contains("\"stack\":\"/prod/web\"", "aws_ecs_service", "\"fields\":[\"desired_count\"]")
                .doesNotContain("\"before\"", "\"after\"");
        ResourceFinding moved =
                result.report().stacks().get(1).outcome().findings().drift().get(0);
        assertThat(Json.write(drifted)).contains(moved.address().toString());
        assertThat(Json.write(events().get(1))).contains("\"phase\":\"plan\",\"reason\":\"Error: no such module\"");
        assertThat(Json.write(events().get(4))).contains("\"verdict\":\"unknown\",\"selected\":2,\"in_sync\":0");
        assertThat(result.deliveries())
                .containsExactly(
                        new Delivery.Delivered("memory"),
                        new Delivery.Delivered("audit trail " + root.resolve("trail")));
        assertThat(inspection().end()).map(AuditAnchor::sequence).contains(5L);
    }

    @Test
    void keepsWhatWasWaived() throws Exception {
        probe.scaledAt("/prod/web").scaledAt("/qa/web");
        Selector prod = Selector.parse("Environment:prod");
        LocalDate today = LocalDate.of(2026, 11, 23);
        Waiver waiver =
                new Waiver(prod, "aws_ecs_service.*", Optional.empty(), today, "capacity test", Optional.of("anna"));

        DriftRun.Builder run = run("").judgedBy(Judge.by(RuleBook.EMPTY).waiving(List.of(waiver)));
        new AuditedRun(run.build(), List.of(journal(cell -> true))).execute(workload -> {});

        assertThat(kinds()).containsExactly("run_started", "in_sync", "in_sync", "waived", "drifted", "run_finished");
        assertThat(events().get(3).field("cell")).isEqualTo(Value.of("prod/eu-central-1"));
        assertThat(Json.write(events().get(3).field("event")))
                .contains("\"stack\":\"/prod/web\",\"waiver\":\"Environment:prod aws_ecs_service.*\"")
                .contains("\"until\":\"2026-11-23\",\"reason\":\"capacity test\",\"by\":\"anna\",\"drift\":[")
                .contains("\"fields\":[\"desired_count\"]")
                .doesNotContain("\"before\"", "\"after\"");
    }

    @Test
    void aJournalOfSomeCellsKnowsNothingOfOthers() throws Exception {
        probe.scaledAt("/qa/web");

        new AuditedRun(run("").build(), List.of(journal(cell -> cell.toString().startsWith("prod/"))))
                .execute(workload -> {});

        assertThat(kinds()).containsExactly("run_started", "in_sync", "in_sync", "run_finished");
        assertThat(Json.write(events().get(3))).contains("\"verdict\":\"in_sync\",\"selected\":2");
        assertThat(text()).doesNotContain("qa");
    }

    @Test
    void aJournalThatARunDoesNotConcernIsLeftAlone() throws Exception {
        RunResult result = new AuditedRun(
                        run("Environment:prod").build(),
                        List.of(journal(cell -> cell.toString().startsWith("qa/"))))
                .execute(workload -> {});

        assertThat(result.deliveries()).isEmpty();
        assertThat(root.resolve("trail")).doesNotExist();
    }

    @Test
    void whatWasLeftOutForAnotherReasonThanTheSelectorIsKept() throws Exception {
        DriftReport report = new DriftReport(
                Reports.run("run-1"),
                List.of(),
                List.of(
                        new SkippedStack(Stacks.stack("/a"), "maintenance window until 06:00"),
                        new SkippedStack(Stacks.stack("/b"), "not selected by environment:prod")));

        journal(cell -> true).finished(report, List.of());

        assertThat(kinds()).containsExactly("skipped", "run_finished");
        assertThat(text()).contains("maintenance window until 06:00").doesNotContain("/b");
    }

    @Test
    void keepsThatNothingWasSelected() throws Exception {
        AuditedRun audited = new AuditedRun(run("Environment:nowhere").build(), List.of(journal(cell -> true)));

        assertThatThrownBy(() -> audited.execute(workload -> {})).isInstanceOf(InvalidConfigException.class);

        assertThat(kinds()).containsExactly("nothing_selected");
        assertThat(text()).contains("Environment:nowhere");
    }

    @Test
    void keepsThatNothingWasSelectedWhereThatIsAllowedAsWell() throws Exception {
        DriftRun.Builder nothing = run("Environment:nowhere").allowingEmptySelection();

        RunResult result = new AuditedRun(nothing.build(), List.of(journal(cell -> true))).execute(workload -> {});
        new AuditedRun(nothing.taking(new Shard(2, 2)).build(), List.of(journal(cell -> true))).execute(workload -> {});

        assertThat(kinds()).containsExactly("nothing_selected");
        assertThat(result.deliveries()).containsExactly(new Delivery.Delivered("audit trail " + root.resolve("trail")));
    }

    @Test
    void keepsWhatAMaintenanceWindowKeptClosed() throws Exception {
        EnvironmentDefinition prod = EnvironmentDefinition.usual(new Environment("prod"));
        MaintenanceWindow always = new MaintenanceWindow(
                MaintenanceWindow.Kind.DENY, Schedule.parse("* * * * *"), Duration.ofHours(1), Set.of());
        EnvironmentDefinition closed = new EnvironmentDefinition(
                prod.environment(),
                prod.select(),
                prod.regions(),
                new Rhythm(Optional.empty(), Optional.empty(), new MaintenanceWindows(List.of(always))),
                prod.means(),
                prod.duties());

        new AuditedRun(
                        run("Environment:prod")
                                .dividedBy(new EstateDefinition(List.of(closed), new Parallelism(5), List.of()))
                                .build(),
                        List.of(journal(cell -> true)))
                .execute(workload -> {});

        assertThat(kinds()).containsExactly("run_started", "skipped", "skipped", "run_finished");
        assertThat(Json.write(events().get(1))).contains("\"cell\":\"prod/global\"", "maintenance window");
    }

    @Test
    void keepsWhyARunHasNoEnd() throws Exception {
        DriftRun broken = Drift.over(InMemoryCatalog.unreadable("stack.tm.hcl: no"))
                .probing(probe)
                .build();

        assertThatThrownBy(() -> new AuditedRun(broken, List.of(journal(cell -> true))).execute(workload -> {}))
                .isInstanceOf(CatalogException.class);

        assertThat(kinds()).containsExactly("run_failed");
    }

    @Test
    void keepsWhatWasCancelled() throws Exception {
        probe.at("/prod/web", request -> {
            Thread.currentThread().interrupt();
            throw new ProbeException(ProbePhase.CANCELLED, "interrupted");
        });
        Thread.currentThread().interrupt();

        new AuditedRun(run("").build(), List.of(journal(cell -> true))).execute(workload -> {});

        assertThat(Thread.interrupted()).isTrue();
        assertThat(kinds()).contains("cancelled").endsWith("run_finished");
    }

    @Test
    void aTrailThatCannotBeKeptChangesNothingElse() throws Exception {
        Files.writeString(root.resolve("trail"), "a file");

        RunResult result = new AuditedRun(run("").build(), List.of(journal(cell -> true))).execute(workload -> {});

        assertThat(result.report().stacks()).hasSize(3);
        assertThat(result.deliveries()).singleElement().isInstanceOf(Delivery.Undelivered.class);
    }

    @Test
    void aTrailThatHangsTakesNothingFromAnother() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        RunJournal hanging =
                new RunJournal(AuditTrails.hanging(never), Cell::of, RunJournal.EVERY_CELL, Clock.systemUTC());

        RunResult result = new AuditedRun(run("").build(), List.of(hanging, journal(cell -> true)))
                .execute(workload -> {}, Duration.ofMillis(300));

        assertThat(result.report().stacks()).hasSize(3);
        assertThat(result.deliveries())
                .contains(new Delivery.Undelivered(
                        "hanging", "not all of it was kept before it was waited for no longer"));
        await().atMost(Duration.ofSeconds(30)).until(() -> text().contains("run_finished"));
        assertThat(kinds()).containsExactly("run_started", "in_sync", "in_sync", "in_sync", "run_finished");
        never.countDown();
    }

    private DriftRun.Builder run(String selector) {
        DriftRun.Builder run = Drift.over(catalog).probing(probe).clock(CLOCK);
        return selector.isEmpty() ? run : run.selecting(Selector.parse(selector));
    }

    private RunJournal journal(java.util.function.Predicate<Cell> kept) {
        return new RunJournal(AuditFolder.at(root.resolve("trail")), Cell::of, kept, CLOCK);
    }

    private List<String> kinds() throws Exception {
        assertThat(inspection().findings()).isEmpty();
        return events().stream()
                .map(line -> line.field("event").field("kind").text().orElseThrow())
                .toList();
    }

    private List<Value> events() throws IOException {
        return text().lines().map(Json::read).toList();
    }

    private String text() throws IOException {
        if (Files.notExists(root.resolve("trail"))) {
            return "";
        }
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(root.resolve("trail"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    private AuditInspection inspection() throws Exception {
        return AuditInspection.of(AuditFolder.at(root.resolve("trail")), List.of());
    }
}
