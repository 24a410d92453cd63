package dev.drift.aws.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.drift.aws.testing.ScriptedProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A provider that does not start says why in one line, without what it printed, and leaves nothing behind. */
class FailedStartTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    garbage                              ; The provider printed something else than a handshake
                    exit                                 ; The provider ended before it shook hands (exit code 3)
                    panic                                ; The provider ended before it shook hands (exit code 2, panic: runtime error)
                    1|5|unix|/tmp|grpc|                  ; The provider listens outside of the folder it was given
                    1|5|unix|/nowhere/at/all|grpc|       ; The provider does not listen where it says
                    2|5|unix|/tmp|grpc|                  ; The provider's handshake names an unknown plugin system
                    1|4|unix|/tmp|grpc|                  ; The provider's handshake names a protocol other than 5 and 6
                    1|5|tcp|127.0.0.1:1234|grpc|         ; The provider's handshake names a network other than unix sockets
                    1|5|unix|/tmp|netrpc|                ; The provider's handshake names a transport other than gRPC
                    1|5|unix|/tmp|grpc|MIIB              ; The provider's handshake names encryption nobody asked for
                    """)
    void saysWhy(String start, String message) throws Exception {
        refused(Map.of(ScriptedProvider.START, start), Duration.ofMinutes(1), message);
    }

    @Test
    void isNotWaitedForForEver() throws Exception {
        refused(
                Map.of(ScriptedProvider.START, "silence"),
                Duration.ofSeconds(1),
                "The provider did not shake hands within 1 seconds");
    }

    @Test
    void aChildThatHoldsItsOutputDoesNotHideItsEnd() throws Exception {
        refused(
                Map.of(ScriptedProvider.START, "exit", ScriptedProvider.GRANDCHILD, "" + folder.resolve("grandchild")),
                Duration.ofMinutes(1),
                "The provider ended before it shook hands (exit code 3)");

        assertThat(ProcessHandle.of(Long.parseLong(Files.readString(folder.resolve("grandchild"))))
                        .filter(Liveness::isRunning))
                .isEmpty();
    }

    @Test
    void aFileThatIsNoProgramIsNotStarted() throws Exception {
        Path file = Files.writeString(folder.resolve("terraform-provider-aws"), "no program");

        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> RunningProvider.start(file, System.getenv()))
                .withMessageMatching("The provider ended before it shook hands \\(exit code 12[67]\\)");
    }

    @Test
    void anInterruptedStartLeavesNothing() throws Exception {
        CompletableFuture<Boolean> staysInterrupted = new CompletableFuture<>();
        Thread starting = new Thread(() -> {
            Thread.currentThread().interrupt();
            assertThatExceptionOfType(ProviderException.class)
                    .isThrownBy(() -> ProviderStart.of(folder, Map.of()))
                    .withMessage("Interrupted while the provider was started");
            staysInterrupted.complete(Thread.currentThread().isInterrupted());
        });
        starting.start();

        assertThat(staysInterrupted.get(30, TimeUnit.SECONDS)).isTrue();
        assertThat(ProcessHandle.current().children().filter(Liveness::isRunning))
                .isEmpty();
    }

    private void refused(Map<String, String> start, Duration patience, String message) {
        Path environment = folder.resolve("environment");
        Map<String, String> script = new TreeMap<>(start);
        script.put(ScriptedProvider.ENVIRONMENT, environment.toString());

        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> ProviderStart.of(folder, script, patience))
                .withMessage(message)
                .withMessageNotContaining("hunter2");
        assertThat(environment)
                .satisfies(written ->
                        assertThat(ProviderStart.socketFolder(written)).doesNotExist());
        assertThat(ProcessHandle.current().children().filter(Liveness::isRunning))
                .isEmpty();
        assertThat(SharedEventLoop.isRunning()).isFalse();
    }
}
