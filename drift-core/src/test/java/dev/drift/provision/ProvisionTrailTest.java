package dev.drift.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.audit.AuditFolder;
import dev.drift.audit.AuditInspection;
import dev.drift.audit.RunJournal;
import dev.drift.catalog.CatalogException;
import dev.drift.config.InvalidConfigException;
import dev.drift.estate.Cell;
import dev.drift.sink.Delivery;
import dev.drift.stack.Selector;
import dev.drift.stack.Stack;
import dev.drift.testing.InMemoryCatalog;
import dev.drift.testing.InMemoryChanges;
import dev.drift.testing.RecordingProvisions;
import dev.drift.testing.ScriptedApplier;
import dev.drift.testing.Stacks;
import dev.drift.value.Json;
import dev.drift.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What an audit trail keeps of provisionings. */
@Timeout(60)
class ProvisionTrailTest {

    @TempDir
    private Path root;

    private final Stack network = Stacks.stack("/network", "environment/prod");
    private final Stack service = Stacks.stack("/service", "environment/prod");
    private final Stack free = Stacks.stack("/free", "environment/qa");
    private final ScriptedApplier applier = new ScriptedApplier();

    @Test
    void keepsWhatWasPlannedAppliedRefusedAndNotBegun() throws Exception {
        applier.deleting("/network", 2);

        ProvisionResult result = run(cell -> true)
                .destroying(DestroyPolicy.NONE)
                .changed(InMemoryChanges.of(network, service, free).deleting("/old"))
                .telling(new RecordingProvisions())
                .build()
                .execute();

        assertThat(kinds()).startsWith("run_started").endsWith("deleted", "delivered", "run_finished");
        assertThat(about("/free")).containsExactly("planned", "provisioned");
        assertThat(about("/network")).containsExactly("planned", "refused");
        assertThat(about("/service")).containsExactly("not_started");
        assertThat(text())
                .contains("\"action\":\"provision\"", "{\"address\":\"null_resource.n0\",\"action\":\"delete\"}")
                .contains("it would destroy 2 objects, and none may be")
                .contains("it depends on /network, which was refused")
                .contains("\"kind\":\"deleted\",\"stack\":\"/old\"")
                .contains("\"verdict\":\"incomplete\",\"selected\":3,\"applied\":1")
                .doesNotContain("\"size\"");
        assertThat(events())
                .allMatch(line ->
                        line.field("run").equals(Value.of(result.report().run().id())));
        assertThat(result.deliveries())
                .containsExactly(
                        new Delivery.Delivered("memory"),
                        new Delivery.Delivered("audit trail " + root.resolve("trail")));
    }

    @Test
    void keepsHowFarAFailureCame() throws Exception {
        applier.failingToApply("/network", "Error: access denied").failingToPlan("/free", "Error: no such module");

        run(cell -> true).build().execute();

        assertThat(about("/network")).containsExactly("planned", "failed");
        assertThat(text())
                .contains("\"reason\":\"Error: access denied\",\"phase\":\"apply\",\"done\":1")
                .contains("\"phase\":\"plan\",\"done\":0");
    }

    @Test
    void keepsThatNothingWasToBeApplied() throws Exception {
        ProvisionRun run = run(cell -> true).build();
        run.execute();

        run.execute();

        assertThat(about("/free")).containsExactly("planned", "provisioned", "unchanged");
    }

    @Test
    void keepsWhatWasPlannedAndWhatWasInterrupted() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        applier.applyingUntil("/network", gate).hangingAt("/free");
        ProvisionRun run = run(cell -> true).parallelism(2).build();
        FutureTask<ProvisionReport> execution =
                new FutureTask<>(() -> run.execute().report());
        Thread thread = new Thread(execution, "stopped run");
        thread.start();
        Awaitility.await()
                .atMost(30, TimeUnit.SECONDS)
                .until(() ->
                        applier.planned().contains("/free") && about("/network").equals(List.of("planned")));

        thread.interrupt();
        gate.countDown();
        execution.get(30, TimeUnit.SECONDS);

        assertThat(about("/network")).containsExactly("planned", "provisioned");
        assertThat(about("/free")).containsExactly("interrupted");
        assertThat(about("/service")).containsExactly("not_started");
        assertThat(kinds()).endsWith("run_finished");
    }

    @Test
    void aJournalOfSomeCellsKnowsNothingOfOthers() throws Exception {
        run(cell -> cell.toString().startsWith("qa"))
                .changed(InMemoryChanges.of(network, free).deleting("/old"))
                .build()
                .execute();

        assertThat(kinds()).containsExactly("run_started", "planned", "provisioned", "run_finished");
        assertThat(text()).contains("\"selected\":1").doesNotContain("/network").doesNotContain("/old");
    }

    @Test
    void aJournalThatARunDoesNotConcernIsLeftAlone() {
        ProvisionResult result =
                run(cell -> cell.toString().startsWith("dev")).build().execute();

        assertThat(result.deliveries()).isEmpty();
        assertThat(root.resolve("trail")).doesNotExist();
    }

    @Test
    void keepsWhyThereIsNoReport() throws Exception {
        assertThatThrownBy(() -> run(cell -> true)
                        .selecting(Selector.parse("Environment:nowhere"))
                        .build()
                        .execute())
                .isInstanceOf(InvalidConfigException.class);
        assertThatThrownBy(() -> run(cell -> true)
                        .refusing(InMemoryChanges.of(service))
                        .build()
                        .execute())
                .isInstanceOf(InvalidConfigException.class);
        assertThatThrownBy(() -> run(cell -> true)
                        .changed(InMemoryChanges.unreadable("torn"))
                        .build()
                        .execute())
                .isInstanceOf(CatalogException.class);

        assertThat(kinds()).containsExactly("nothing_selected", "run_failed", "run_failed");
    }

    @Test
    void aTrailThatCannotBeKeptChangesNothingElse() throws Exception {
        Files.writeString(root.resolve("trail"), "a file");

        ProvisionResult result = run(cell -> true).build().execute();

        assertThat(result.report().verdict()).isEqualTo(ProvisionVerdict.DONE);
        assertThat(result.deliveries()).singleElement().isInstanceOf(Delivery.Undelivered.class);
    }

    private ProvisionRun.Builder run(Predicate<Cell> kept) {
        return ProvisionRun.over(InMemoryCatalog.of(network, service, free).ordering(service, "/network"))
                .applying(applier)
                .keptIn(new RunJournal(AuditFolder.at(root.resolve("trail")), Cell::of, kept, Clock.systemUTC()));
    }

    private List<String> kinds() throws Exception {
        assertThat(AuditInspection.of(AuditFolder.at(root.resolve("trail")), List.of())
                        .findings())
                .isEmpty();
        return events().stream().map(ProvisionTrailTest::kind).toList();
    }

    private List<String> about(String stack) throws IOException {
        return events().stream()
                .filter(line -> line.field("event").field("stack").equals(Value.of(stack)))
                .map(ProvisionTrailTest::kind)
                .toList();
    }

    private static String kind(Value line) {
        return line.field("event").field("kind").text().orElseThrow();
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
}
