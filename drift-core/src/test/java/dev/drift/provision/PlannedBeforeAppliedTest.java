package dev.drift.provision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.audit.AuditEvent;
import dev.drift.audit.AuditFolder;
import dev.drift.audit.AuditTrail;
import dev.drift.audit.RunJournal;
import dev.drift.audit.RunJournals;
import dev.drift.catalog.Workload;
import dev.drift.diagnosis.Judge;
import dev.drift.diagnosis.RuleBook;
import dev.drift.estate.EstateDefinition;
import dev.drift.observation.ChangeAction;
import dev.drift.sink.Delivery;
import dev.drift.stack.Selector;
import dev.drift.stack.Stack;
import dev.drift.testing.AuditTrails;
import dev.drift.testing.InMemoryCatalog;
import dev.drift.testing.Reports;
import dev.drift.testing.ScriptedApplier;
import dev.drift.testing.Stacks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What was planned stands in a trail before it is applied, as far as the trail can be written. */
@Timeout(60)
class PlannedBeforeAppliedTest {

    private static final String PLANNED = "\"kind\":\"planned\"";

    @TempDir
    private Path root;

    private final Stack stack = Stacks.stack("/free", "environment/qa");
    private final InMemoryCatalog catalog = InMemoryCatalog.of(stack);

    @Test
    void nothingIsAppliedBeforeItsPlanIsKept() {
        CountDownLatch applying = new CountDownLatch(1);
        List<String> keptByThen = new CopyOnWriteArrayList<>();
        List<Boolean> early = new CopyOnWriteArrayList<>();
        ScriptedApplier applier = new ScriptedApplier()
                .at(
                        "/free",
                        request -> HeldPlan.of(
                                ScriptedApplier.planning(ChangeAction.CREATE, 1),
                                () -> {
                                    applying.countDown();
                                    keptByThen.add(text());
                                    return new ApplyResult.Complete(List.of());
                                },
                                () -> {}));
        AuditTrail slow = AuditTrails.watched(AuditFolder.at(root.resolve("trail")), notes -> {
            if (notes.get(0).event().kind() == AuditEvent.Kind.PLANNED) {
                early.add(isOpened(applying));
            }
        });

        ProvisionReport report = ProvisionRun.over(catalog)
                .applying(applier)
                .keptIn(RunJournal.of(slow))
                .build()
                .execute()
                .report();

        assertThat(report.verdict()).isEqualTo(ProvisionVerdict.DONE);
        assertThat(early).containsExactly(false);
        assertThat(keptByThen).singleElement().asString().contains(PLANNED);
    }

    @Test
    void aTrailThatHangsHoldsUpAnApplyForAWhileAndTakesNothingFromAnother() {
        CountDownLatch never = new CountDownLatch(1);
        List<RunJournal> journals = List.of(
                RunJournal.of(AuditTrails.hanging(never)), RunJournal.of(AuditFolder.at(root.resolve("trail"))));
        ProvisionTrail trail = new ProvisionTrail(
                "run-1",
                Selection.everythingOf(catalog),
                RunJournals.of(journals, EstateDefinition.UNDEFINED),
                Duration.ofMillis(300));
        PlannedChanges changes =
                PlannedChanges.of(ScriptedApplier.planning(ChangeAction.CREATE, 1), Judge.by(RuleBook.EMPTY));

        trail.begin(Workload.byPath(catalog, Selector.EVERYTHING));
        trail.on(new ProvisionEvent.Planned(stack, changes));
        trail.awaitKept(stack);
        List<Delivery> kept = trail.finish(new ProvisionReport(Reports.run("run-1"), List.of(), List.of()), List.of());

        assertThat(kept)
                .contains(new Delivery.Undelivered(
                        "hanging", "not all of it was kept before it was waited for no longer"));
        Awaitility.await().atMost(30, TimeUnit.SECONDS).until(() -> text().contains("run_finished"));
        assertThat(text()).contains("run_started", PLANNED);
        never.countDown();
    }

    /** The time bounds only how long a mistake is looked for. */
    private static boolean isOpened(CountDownLatch gate) {
        try {
            return gate.await(500, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private String text() {
        Path segment = root.resolve("trail").resolve("0000000000000001.jsonl");
        try {
            return Files.exists(segment) ? Files.readString(segment) : "";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
