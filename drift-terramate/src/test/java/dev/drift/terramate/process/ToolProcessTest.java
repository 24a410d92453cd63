package dev.drift.terramate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(60)
class ToolProcessTest {

    @TempDir
    private Path folder;

    @Test
    void tellsTheExitCodeAndBothStreams() throws Exception {
        ToolRun run = Script.of(folder, "echo out", "printf 'no newline' >&2", "exit 7")
                .run();

        assertThat(run.exitCode()).isEqualTo(7);
        assertThat(run.output().lines()).containsExactly("out");
        assertThat(run.errors().lines()).containsExactly("no newline");
    }

    @Test
    void runsInItsDirectoryWithExactlyTheGivenEnvironment() throws Exception {
        Script script = Script.of(folder, "pwd -P", "echo \"$COLOUR $HOME\"");
        ToolCommand command = script.command();
        ToolCommand bare = new ToolCommand(
                command.words(), command.directory(), command.environment().without("HOME"));

        ToolRun run = ToolProcess.run(bare, Deadline.in(Duration.ofMinutes(1)), line -> {});

        assertThat(run.output().lines()).containsExactly(folder.toRealPath().toString(), "blue ");
    }

    @Test
    void standardInputIsEmpty() throws Exception {
        assertThat(Script.of(folder, "cat", "echo done").run().output().lines()).containsExactly("done");
    }

    @Test
    void everyLineIsHandedOnAndOnlySomeAreKept() throws Exception {
        ConcurrentLinkedQueue<String> seen = new ConcurrentLinkedQueue<>();

        ToolRun run = Script.of(folder, "seq 1 5000").run(Duration.ofMinutes(1), seen::add);

        assertThat(seen).hasSize(5000);
        assertThat(run.output().lines())
                .hasSize(2 * Transcript.KEPT)
                .startsWith("1", "2")
                .endsWith("4999", "5000");
    }

    @Test
    void aLineWithoutEndIsCut() throws Exception {
        ToolRun run =
                Script.of(folder, "head -c 50000000 /dev/zero | tr '\\0' x").run();

        assertThat(run.output().lines())
                .singleElement()
                .satisfies(line -> assertThat(line).hasSize(8192));
    }

    @Test
    void aListenerThatFailsDoesNotBlockTheTool() throws Exception {
        ToolRun run = Script.of(folder, "seq 1 50000").run(Duration.ofMinutes(1), line -> {
            throw new IllegalStateException(line);
        });

        assertThat(run.exitCode()).isZero();
    }

    @Test
    void outputGoesToAFileAsItIs() throws Exception {
        ToolCommand command =
                Script.of(folder, "printf 'a\\r\\nb'", "echo told >&2").command();
        Path file = folder.resolve("out");

        ToolRun run = ToolProcess.run(
                new ToolCommand(command.words(), folder, command.environment(), Optional.of(file)),
                Deadline.in(Duration.ofMinutes(1)),
                line -> {});

        assertThat(file).hasContent("a\r\nb");
        assertThat(run.errors().lines()).containsExactly("told");
    }

    @Test
    void aHangingToolIsEndedAtTheDeadlineWithEverythingItStarted() throws Exception {
        Script script = Script.of(
                folder, "sh -c 'trap \"\" TERM; echo $$ > child; while :; do sleep 0.1; done' &", "sleep 600");

        assertThatThrownBy(() -> script.run(Duration.ofSeconds(2), line -> {}))
                .isInstanceOf(ToolTimeoutException.class);

        assertThat(alive("child")).isFalse();
    }

    @Test
    void aToolThatIgnoresBeingAskedIsKilled() throws Exception {
        Script script = Script.of(folder, "trap '' TERM INT", "echo $$ > self", "while :; do sleep 0.1; done");

        assertThatThrownBy(() -> script.run(Duration.ofSeconds(1), line -> {}))
                .isInstanceOf(ToolTimeoutException.class);

        assertThat(alive("self")).isFalse();
    }

    @Test
    void aToolMayPutItsChildrenToRestItself() throws Exception {
        Script script = Script.of(
                folder, "trap 'echo resting > rest; exit 1' TERM", "echo ready", "while :; do sleep 0.1; done");

        assertThatThrownBy(() -> script.run(Duration.ofSeconds(1), line -> {}))
                .isInstanceOf(ToolTimeoutException.class);

        assertThat(folder.resolve("rest")).hasContent("resting");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aGrandchildThatOutlivesTheToolIsEndedToo() throws Exception {
        ToolRun run = Script.of(
                        folder,
                        "(sh -c 'echo $$ > orphan; sleep 600' &) ",
                        "while ! [ -s orphan ]; do sleep 0.05; done")
                .run();

        assertThat(run.exitCode()).isZero();
        assertThat(alive("orphan")).isFalse();
    }

    @Test
    void anInterruptEndsTheTool() throws Exception {
        Script script = Script.of(folder, "echo $$ > self", "echo ready", "sleep 600");
        CountDownLatch ready = new CountDownLatch(1);
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        Thread runner = new Thread(() -> {
            try {
                script.run(Duration.ofMinutes(5), line -> ready.countDown());
            } catch (Exception expected) {
                thrown.complete(expected);
            }
        });
        runner.start();
        ready.await();

        runner.interrupt();

        assertThat(thrown.get(30, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        assertThat(alive("self")).isFalse();
    }

    @Test
    void aThreadThatIsInterruptedAlreadyStartsNothing() throws Exception {
        Script script = Script.of(folder, "touch started");
        Thread.currentThread().interrupt();

        assertThatThrownBy(script::run).isInstanceOf(InterruptedException.class);

        assertThat(folder.resolve("started")).doesNotExist();
    }

    @Test
    void aProgramThatCannotStartIsAnError() {
        ToolCommand command =
                new ToolCommand(List.of(folder.resolve("none").toString()), folder, UserEnvironment.ofThisProcess());

        assertThatThrownBy(() -> ToolProcess.run(command, Deadline.in(Duration.ofMinutes(1)), line -> {}))
                .isInstanceOf(IOException.class);
    }

    private boolean alive(String file) throws IOException {
        long pid = Long.parseLong(Files.readString(folder.resolve(file)).trim());
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false) && !isZombie(pid);
    }

    /** Reaping the orphans of others is the business of init, whenever it comes to it. */
    private static boolean isZombie(long pid) throws IOException {
        Path status = Path.of("/proc", Long.toString(pid), "stat");
        return Files.exists(status) && Files.readString(status).contains(") Z ");
    }
}
