package dev.drift.terramate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(60)
class LockingProcessTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    private final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();

    @Test
    void tellsHowItEndedAndHandsOnWhatItPrints() throws Exception {
        LockingProcess process = start("cat", "echo out", "echo err >&2", "exit 3");

        assertThat(process.awaitEnd(LONG)).isTrue();
        ToolRun run = process.end().orElseThrow();

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.output().lines()).containsExactly("out", "err");
        assertThat(lines).containsExactly("out", "err");
    }

    @Test
    void whereNothingCanBeFollowedNothingIsStarted() throws Exception {
        Script script = Script.of(folder, "touch started");

        assertThatThrownBy(() -> LockingProcess.start(script.command(), folder.resolve("gone/log"), lines::add))
                .isInstanceOf(IOException.class);

        assertThat(folder.resolve("started")).doesNotExist();
    }

    @Test
    void isWaitedForAlsoWhereItsLogIsTakenAway() throws Exception {
        LockingProcess process = start("while [ ! -e gate ]; do sleep 0.05; done", "echo late");

        Files.delete(folder.resolve("log"));
        assertThat(process.awaitEndAnyway(Duration.ofMillis(1))).isFalse();
        Files.createFile(folder.resolve("gate"));

        assertThat(process.awaitEndAnyway(LONG)).isTrue();
        assertThat(process.end().orElseThrow().output().lines()).containsExactly("late");
    }

    @Test
    void isAskedOnceAndLeavesNoProcessBehindWhereItDoesNotStop() throws Exception {
        LockingProcess process = start(
                "trap 'echo asked' TERM", "sleep 600 & echo $! > child", "echo ready", "while :; do sleep 0.05; done");
        Awaitility.await().atMost(LONG).until(() -> lines.contains("ready"));

        process.ask();
        process.ask();
        Awaitility.await().atMost(LONG).until(() -> lines.contains("asked"));

        assertThat(process.end()).isEmpty();
        assertThat(process.identity().isAlive()).isFalse();
        long child = Long.parseLong(Files.readString(folder.resolve("child")).strip());
        assertThat(new ProcessIdentity(child, Optional.empty()).isAlive()).isFalse();
    }

    @Test
    void isKnownByItsNumberAndItsBeginningTogether() throws Exception {
        LockingProcess process = start("while [ ! -e gate ]; do sleep 0.05; done");
        ProcessIdentity identity = process.identity();

        assertThat(ProcessIdentity.read(identity.text())).contains(identity);
        assertThat(identity.isAlive()).isTrue();
        Instant before = identity.since().orElseThrow().minusSeconds(60);
        assertThat(new ProcessIdentity(identity.number(), Optional.of(before)).isAlive())
                .as("another one with its number")
                .isFalse();
        Files.createFile(folder.resolve("gate"));
        assertThat(process.awaitEnd(LONG)).isTrue();
        process.end();
        assertThat(identity.isAlive()).isFalse();
    }

    @Test
    void readsNoIdentityOutOfSomethingElse() {
        assertThat(List.of("", "x", "1 y", "1 2026-01-01T00:00:00Z z"))
                .allSatisfy(text -> assertThat(ProcessIdentity.read(text)).isEmpty());
    }

    private LockingProcess start(String... script) throws IOException {
        return LockingProcess.start(Script.of(folder, script).command(), folder.resolve("log"), lines::add);
    }
}
