package dev.drift.it.cloudsync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.it.fake.Fault;
import dev.drift.it.fault.LiveRun;
import dev.drift.report.DriftReport;
import dev.drift.report.StackReport;
import dev.drift.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What may befall a run that tells, and the one it tells. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CloudFaultIT {

    private final CountDownLatch never = new CountDownLatch(1);
    private ToldEstate estate;
    private SortedMap<String, String> untold = new TreeMap<>();
    private RecordingProxy silence;
    private LiveRun ignored;
    private LiveRun required;

    @BeforeAll
    void open() throws Exception {
        Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
        estate = ToldEstate.open();
        try (LiveRun run = estate.look(ToldEstate.nowhere(), "--no-deliver")) {
            assertThat(run.exit()).as(run.errors()).isEqualTo(2);
            assertThat(run.errors()).doesNotContain("elivered");
            untold = outcomes(run.report());
        }
        // They wait for half a minute, in which others can live.
        silence = RecordingProxy.before(heldUntil(never));
        ignored = estate.look(reachedFromElsewhere(silence));
        required = estate.look(reachedFromElsewhere(silence), "--require-delivery");
        Awaitility.await().until(() -> hasJudgedAll(ignored) && hasJudgedAll(required));
    }

    @AfterEach
    void heal() {
        estate.account().heal();
    }

    @AfterAll
    void close() throws Exception {
        Awaitility.reset();
        never.countDown();
        ignored.close();
        required.close();
        silence.close();
        estate.close();
    }

    @Test
    void cloudThatNeverAnswersHoldsNothingUpAndFailsOnlyARunThatRequiresDelivery() throws Exception {
        assertThat(ignored.exit()).as(ignored.errors()).isEqualTo(2);
        assertThat(required.exit()).as(required.errors()).isEqualTo(1);
        for (LiveRun run : List.of(ignored, required)) {
            assertThat(outcomes(run.report())).isEqualTo(untold);
            assertThat(run.errors()).containsPattern("Not delivered to Terramate Cloud: .*( in time|no time left)");
            run.requireNothingLeft();
        }
    }

    @Test
    void slowCloudIsToldEverythingOnceTheStacksAreJudged() throws Exception {
        CountDownLatch judged = new CountDownLatch(1);
        try (RecordingProxy proxy = RecordingProxy.before(heldUntil(judged));
                LiveRun run = estate.look(FakeCloud.reached(proxy), "--require-delivery")) {
            Awaitility.await().until(() -> hasJudgedAll(run));
            assertThat(hasEnded(proxy, 1)).isFalse();
            judged.countDown();

            assertThat(run.exit()).as(run.errors()).isEqualTo(2);
            assertThat(outcomes(run.report())).isEqualTo(untold);
            assertThat(statuses(proxy)).containsExactly("/stacks/s0001 drifted", "/stacks/s0002 ok");
        }
    }

    @Test
    void terminatedRunEndsWhatItBegan() throws Exception {
        estate.account().fail("s0002", Fault.SILENT);
        try (RecordingProxy proxy = RecordingProxy.before(estate.cloud()::answer);
                LiveRun run = estate.look(FakeCloud.reached(proxy))) {
            Awaitility.await()
                    .until(() -> !estate.account().held().isEmpty() && hasEnded(proxy, 1) && remembersTheOther(proxy));
            run.terminate();

            assertThat(run.exit()).as(run.errors()).isEqualTo(143);
            run.requireNothingLeft();
            assertThat(statuses(proxy)).containsExactly("/stacks/s0001 drifted", "/stacks/s0002 failed");
            assertThat(estate.journals()).isEmpty();
        }
    }

    @Test
    void killedRunLeavesOpenWhatTheNextOneEnds() throws Exception {
        estate.account().fail("s0002", Fault.SILENT);
        try (RecordingProxy proxy = RecordingProxy.before(estate.cloud()::answer);
                LiveRun run = estate.look(FakeCloud.reached(proxy))) {
            Awaitility.await()
                    .until(() -> !estate.account().held().isEmpty() && hasEnded(proxy, 1) && remembersTheOther(proxy));
            run.kill();
            run.requireNoProcessLeft();
            estate.account().heal();
            assertThat(statuses(proxy)).containsExactly("/stacks/s0001 drifted", "/stacks/s0002 running");
            assertThat(estate.journals()).hasSize(1);

            try (LiveRun next = estate.look(FakeCloud.reached(proxy))) {
                assertThat(next.exit()).as(next.errors()).isEqualTo(2);
            }
            assertThat(statuses(proxy))
                    .containsExactly(
                            "/stacks/s0001 drifted",
                            "/stacks/s0001 drifted",
                            "/stacks/s0002 failed",
                            "/stacks/s0002 ok");
            assertThat(estate.journals()).isEmpty();
        }
    }

    @Test
    void cloudThatIsDownChangesNothing() throws Exception {
        try (LiveRun run = estate.look(ToldEstate.nowhere())) {
            assertThat(run.exit()).as(run.errors()).isEqualTo(2);
            assertThat(outcomes(run.report())).isEqualTo(untold);
            assertThat(run.errors()).contains("Not delivered to Terramate Cloud");
        }
    }

    @Test
    void cloudThatRefusesTheTokenFailsOnlyARunThatRequiresDelivery() throws Exception {
        try (RecordingProxy proxy = RecordingProxy.before(request -> Answer.json(401, "{\"error\":\"no\"}"));
                LiveRun lenient = estate.look(FakeCloud.reached(proxy));
                LiveRun strict = estate.look(FakeCloud.reached(proxy), "--require-delivery")) {
            assertThat(lenient.exit()).as(lenient.errors()).isEqualTo(2);
            assertThat(strict.exit()).as(strict.errors()).isEqualTo(1);
            for (LiveRun run : List.of(lenient, strict)) {
                assertThat(outcomes(run.report())).isEqualTo(untold);
                assertThat(run.errors())
                        .contains("Not delivered to Terramate Cloud")
                        .contains("401")
                        .doesNotContain(FakeCloud.TOKEN);
            }
        }
    }

    @Test
    void cloudThatTalksNonsenseChangesNothing() throws Exception {
        try (RecordingProxy proxy = RecordingProxy.before(estate.cloud()::answer)) {
            proxy.answeredBy(cloud -> request -> request.isTelling()
                    ? new Answer(200, "text/html", "<html>%!@#$ we are moving</html>")
                    : cloud.answer(request));
            try (LiveRun run = estate.look(FakeCloud.reached(proxy))) {
                assertThat(run.exit()).as(run.errors()).isEqualTo(2);
                assertThat(outcomes(run.report())).isEqualTo(untold);
                assertThat(run.errors()).contains("Not delivered to Terramate Cloud");
            }
        }
    }

    /** Knows who asks, and answers nothing that it is told before that. */
    private RecordingProxy.Peer heldUntil(CountDownLatch then) {
        return request -> {
            try {
                if (request.isTelling()) {
                    then.await();
                }
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
                return Answer.json(503, "{}");
            }
            return estate.cloud().answer(request);
        };
    }

    /** By somebody whose notes of what is open are not those of the other runs. */
    private Map<String, String> reachedFromElsewhere(RecordingProxy proxy) {
        Map<String, String> environment = new TreeMap<>(FakeCloud.reached(proxy));
        environment.put("XDG_STATE_HOME", estate.folder().resolve("elsewhere").toString());
        return environment;
    }

    private static boolean hasJudgedAll(LiveRun run) throws IOException {
        return run.errors().contains("/stacks/s0001") && run.errors().contains("/stacks/s0002");
    }

    /** Whether the stack that does not end is begun, and the run would know of it if it were killed. */
    private boolean remembersTheOther(RecordingProxy proxy) throws IOException {
        List<String> begun = begun(proxy);
        if (begun.size() < 2) {
            return false;
        }
        for (Value drift : estate.cloud().drifts()) {
            String uuid = drift.field("uuid").text().orElseThrow();
            if (begun.contains(uuid) && drift.field("path").text().orElseThrow().equals("/stacks/s0002")) {
                return holds(estate.journals(), uuid);
            }
        }
        return false;
    }

    private static boolean holds(List<Path> journals, String uuid) throws IOException {
        for (Path journal : journals) {
            if (Files.readString(journal).contains(uuid)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasEnded(RecordingProxy proxy, int times) {
        return proxy.exchanges().stream()
                        .filter(exchange -> exchange.request().method().equals("PATCH"))
                        .count()
                >= times;
    }

    /** How the drift runs stand that were begun through a proxy. */
    private List<String> statuses(RecordingProxy proxy) throws IOException {
        Map<String, Value> known = new TreeMap<>();
        for (Value drift : estate.cloud().drifts()) {
            known.put(drift.field("uuid").text().orElseThrow(), drift);
        }
        return begun(proxy).stream()
                .map(known::get)
                .map(drift -> drift.field("path").text().orElseThrow() + " "
                        + drift.field("status").text().orElseThrow())
                .sorted()
                .toList();
    }

    private static List<String> begun(RecordingProxy proxy) {
        return proxy.exchanges().stream()
                .flatMap(exchange -> Telling.begun(exchange).stream())
                .toList();
    }

    private static SortedMap<String, String> outcomes(DriftReport report) {
        SortedMap<String, String> outcomes = new TreeMap<>();
        report.stacks().stream()
                .sorted(Comparator.comparing(stack -> stack.stack().path().toString()))
                .forEach(stack -> outcomes.put(stack.stack().path().toString(), outcome(stack)));
        return outcomes;
    }

    private static String outcome(StackReport stack) {
        return stack.outcome()
                .fold(
                        inSync -> "in sync",
                        drifted -> "drifted " + drifted.findings().drift(),
                        unknown -> "unknown " + unknown.reason());
    }
}
