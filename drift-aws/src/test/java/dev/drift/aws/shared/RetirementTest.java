package dev.drift.aws.shared;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.drift.aws.testing.ScriptedProvider;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that read enough, lived long or are not used, by a clock that stands still unless it is told. */
class RetirementTest {

    private static final Duration LIFE = Duration.ofHours(6);
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final Duration FORGOTTEN = Duration.ofMinutes(10);
    private static final Origin ORIGIN =
            new Origin("registry.terraform.io/hashicorp/aws", "5.100.0", Map.of("PATH", "/usr/bin:/bin"));

    private final AtomicLong clock = new AtomicLong();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    @TempDir
    private Path folder;

    private Path program;
    private Fleets fleets;

    @BeforeEach
    void setUp() throws Exception {
        program = ScriptedProvider.write(folder, "provider");
        fleets = new Fleets(new Surroundings(
                new Quarantine(),
                new CheckedConfigurations(folder.resolve("checked")),
                new Retirement(2, LIFE, 2, PAUSE, clock::get),
                timer));
    }

    @AfterEach
    void tearDown() {
        fleets.close();
        timer.shutdownNow();
    }

    @Test
    void processThatReadEnoughIsReplaced() throws Exception {
        Fleet fleet = fleets.of(ORIGIN, program);
        Worker worker = fleet.fit();
        ProcessHandle process = process(worker);
        worker.ask(read());
        assertThat(fleet.fit()).isSameAs(worker);

        worker.ask(read());

        assertThat(fleet.fit()).isNotSameAs(worker);
        await().until(() -> !process.isAlive());
    }

    @Test
    void processThatLivedLongIsReplaced() throws Exception {
        Fleet fleet = fleets.of(ORIGIN, program);
        Worker worker = fleet.fit();
        ProcessHandle process = process(worker);
        pass(LIFE);
        assertThat(fleet.fit()).isSameAs(worker);

        pass(Duration.ofNanos(1));

        assertThat(fleet.fit()).isNotSameAs(worker);
        await().until(() -> !process.isAlive());
    }

    @Test
    void replacedProcessStillAnswersWhatIsUnderWay() throws Exception {
        Fleet fleet = fleets.of(ORIGIN, program);
        Worker worker = fleet.fit();
        ProcessHandle process = process(worker);
        worker.require();
        pass(LIFE.plusNanos(1));

        assertThat(fleet.fit()).isNotSameAs(worker);
        assertThat(worker.enter()).isFalse();
        assertThat(worker.answer(read())).isEqualTo(read().request());
        await().until(() -> !process.isAlive());
    }

    @Test
    void longestUnusedProcessMakesRoomForOneMore() throws Exception {
        Worker first = fleets.start(program, ORIGIN);
        Worker second = fleets.start(program, ORIGIN);
        ProcessHandle process = process(second);
        pass(Duration.ofSeconds(1));
        first.ask(read());
        pass(PAUSE.plusNanos(1));

        Worker third = fleets.start(program, ORIGIN);

        assertThat(second.isFit()).isFalse();
        await().until(() -> !process.isAlive());
        assertThat(first.isFit()).isTrue();
        assertThat(third.isFit()).isTrue();
    }

    @Test
    void processesInUseAreAsManyAsItTakes() throws Exception {
        Worker busy = fleets.start(program, ORIGIN);
        busy.require();
        pass(PAUSE.plusNanos(1));
        Worker justUsed = fleets.start(program, ORIGIN);
        pass(PAUSE);

        Worker oneMore = fleets.start(program, ORIGIN);

        assertThat(busy.isFit()).isTrue();
        assertThat(justUsed.isFit()).isTrue();
        assertThat(oneMore.isFit()).isTrue();
    }

    @Test
    void originThatNobodyComesFromIsForgotten() {
        Fleet fleet = fleets.of(ORIGIN, program);
        pass(FORGOTTEN);
        assertThat(fleets.of(ORIGIN, program)).isSameAs(fleet);

        pass(Duration.ofNanos(1));

        assertThat(fleets.of(ORIGIN, program)).isNotSameAs(fleet);
    }

    @Test
    void originWithAProcessIsRemembered() throws Exception {
        Fleet fleet = fleets.of(ORIGIN, program);
        Worker worker = fleet.fit();
        pass(FORGOTTEN.plusNanos(1));

        assertThat(fleets.of(ORIGIN, program)).isSameAs(fleet);
        assertThat(fleet.fit()).isSameAs(worker);
    }

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }

    private static ProviderCall read() {
        return new ProviderCall("ReadResource", Tool.reading("aws_sqs_queue", "q"));
    }

    private static ProcessHandle process(Worker worker) throws Unanswered {
        byte[] id = worker.ask(new ProviderCall(ScriptedProvider.PROCESS, new byte[0]));
        return ProcessHandle.of(Long.parseLong(new String(id, UTF_8))).orElseThrow();
    }
}
