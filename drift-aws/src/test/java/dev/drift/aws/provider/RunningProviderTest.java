package dev.drift.aws.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.drift.aws.testing.ScriptedProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunningProviderTest {

    @TempDir
    private Path folder;

    @AfterEach
    void nothingIsLeftRunning() {
        assertThat(SharedEventLoop.isRunning()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 6})
    void speaksBothProtocols(int protocol) throws Exception {
        try (RunningProvider provider = start(Map.of(ScriptedProvider.PROTOCOL, Integer.toString(protocol)))) {
            assertThat(provider.protocol()).isEqualTo(protocol);
            assertThat(provider.call("ReadResource", bytes("aws_vpc.main"))).isEqualTo(bytes("aws_vpc.main"));
            assertThat(provider.isAlive()).isTrue();
        }
    }

    @Test
    void carriesMessagesAsLargeAsSchemas() throws Exception {
        byte[] large = bytes("x".repeat(20 * 1024 * 1024));

        try (RunningProvider provider = start(Map.of())) {
            assertThat(provider.call("GetSchema", large)).isEqualTo(large);
        }
    }

    @Test
    void answersManyAtATime() throws Exception {
        try (RunningProvider provider = start(Map.of(ScriptedProvider.HANG, "held"))) {
            CompletableFuture<ProviderCallException> held = failureOf(provider, "held");

            assertThat(provider.call("ReadResource", bytes("other"))).isEqualTo(bytes("other"));
            assertThat(held).isNotDone();
        }
    }

    @Test
    void startsWithTheCallersEnvironmentExceptWhatSteersTerraform() throws Exception {
        Path environment = folder.resolve("environment");
        Map<String, String> script = Map.of(
                ScriptedProvider.ENVIRONMENT,
                environment.toString(),
                "AWS_PROFILE",
                "reader",
                "TF_AWS_DEFAULT_TAGS_Team",
                "platform",
                "TF_VAR_password",
                "hunter2",
                "TF_LOG",
                "TRACE",
                "TG_LOG_LEVEL",
                "trace",
                "PLUGIN_MIN_PORT",
                "1");

        try (RunningProvider provider = start(script)) {
            assertThat(provider.isAlive()).isTrue();
            assertThat(Files.readString(environment))
                    .contains("AWS_PROFILE=reader", "TF_AWS_DEFAULT_TAGS_Team=platform")
                    .contains("TF_LOG=OFF", "TF_LOG_PROVIDER_AWS=OFF", "TF_LOG_SDK_PROTO=OFF")
                    .contains("PLUGIN_PROTOCOL_VERSIONS=5,6", "TF_PLUGIN_MAGIC_COOKIE=")
                    .doesNotContain("TF_VAR", "TG_LOG", "PLUGIN_MIN_PORT");
        }
    }

    @Test
    void listensWhereOnlyItsOwnerCanReachIt() throws Exception {
        try (RunningProvider provider =
                start(Map.of(ScriptedProvider.ENVIRONMENT, environment().toString()))) {
            Path sockets = socketFolder();

            assertThat(provider.isAlive()).isTrue();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(sockets)))
                    .isEqualTo("rwx------");
            assertThat(Files.readString(environment())).contains("TMPDIR=" + sockets);
        }
    }

    @Test
    void tellsTheProcessIdOfTheProviderItself() throws Exception {
        try (RunningProvider provider = start(Map.of())) {
            assertThat(ProcessHandle.of(provider.pid()).orElseThrow().info().command())
                    .hasValueSatisfying(command -> assertThat(command).endsWith("java"));
        }
    }

    @Test
    void isNotBlockedByWhatItPrints() throws Exception {
        try (RunningProvider provider = start(Map.of(ScriptedProvider.NOISE, "5"))) {
            assertThat(provider.call("ReadResource", bytes("a"))).isEqualTo(bytes("a"));
        }
    }

    @Test
    void everyCallUnderWayLosesAProviderThatCrashesAlsoIfTheFirstToSeeItClosesIt() throws Exception {
        Path journal = folder.resolve("journal");
        RunningProvider provider = start(Map.of(
                ScriptedProvider.CRASH, "poison",
                ScriptedProvider.HANG, "read",
                ScriptedProvider.JOURNAL, journal.toString()));
        List<CompletableFuture<ProviderCallException>> reads = Stream.of("read 1", "read 2", "read 3")
                .map(read -> failureOf(provider, read))
                .toList();
        await().until(() -> Files.exists(journal) && Files.readAllLines(journal).size() == 3);

        ProviderCallException poisoned = failureOf(provider, "poison").get(30, TimeUnit.SECONDS);
        provider.close();

        assertThat(poisoned.isProviderLost()).isTrue();
        assertThat(poisoned.status()).isEqualTo(14);
        assertThat(poisoned).hasMessage("ReadResource: the provider died under it");
        assertThat(poisoned.description()).isEqualTo("the provider died (exit code 2, panic: runtime error)");
        for (CompletableFuture<ProviderCallException> read : reads) {
            assertThat(read.get(30, TimeUnit.SECONDS).isProviderLost()).isTrue();
        }
    }

    @Test
    void isLostOnceKilledFromOutside() throws Exception {
        try (RunningProvider provider = start(Map.of())) {
            ProcessHandle.of(provider.pid()).orElseThrow().destroyForcibly();

            assertThat(failureOf(provider, "late").get(30, TimeUnit.SECONDS).isProviderLost())
                    .isTrue();
            assertThat(failureOf(provider, "later").get(30, TimeUnit.SECONDS).isProviderLost())
                    .isTrue();
            assertThat(provider.isAlive()).isFalse();
        }
    }

    @Test
    void unavailableIsNoLossWhileItLives() throws Exception {
        try (RunningProvider provider = start(Map.of(ScriptedProvider.REFUSE, "throttled"))) {
            ProviderCallException refused = failureOf(provider, "throttled").get(30, TimeUnit.SECONDS);

            assertThat(refused.isProviderLost()).isFalse();
            assertThat(refused.status()).isEqualTo(14);
            assertThat(refused.description()).isEqualTo("not today");
            assertThat(refused).hasMessage("ReadResource failed with gRPC status 14");
            assertThat(provider.isAlive()).isTrue();
        }
    }

    @Test
    void closingItIsNoLoss() throws Exception {
        RunningProvider provider = start(Map.of(ScriptedProvider.HANG, "*"));
        CompletableFuture<ProviderCallException> underWay = failureOf(provider, "read");

        provider.close();
        provider.close();

        assertThat(underWay.get(30, TimeUnit.SECONDS).isProviderLost()).isFalse();
        assertThat(failureOf(provider, "late").get(30, TimeUnit.SECONDS).isProviderLost())
                .isFalse();
        assertThat(provider.isAlive()).isFalse();
    }

    @Test
    void closingEndsWhatTheProviderStartedAndRemovesItsFolder() throws Exception {
        Path grandchild = folder.resolve("grandchild");
        RunningProvider provider = start(
                Map.of(ScriptedProvider.GRANDCHILD, "" + grandchild, ScriptedProvider.ENVIRONMENT, "" + environment()));
        long child = Long.parseLong(Files.readString(grandchild));
        assertThat(isRunning(child)).isTrue();

        provider.close();

        assertThat(isRunning(provider.pid())).isFalse();
        assertThat(isRunning(child)).isFalse();
        assertThat(socketFolder()).doesNotExist();
    }

    @Test
    void nothingIsLeftOfAProviderThatDiesBeforeAnybodyClosesIt() throws Exception {
        Path grandchild = folder.resolve("grandchild");
        try (RunningProvider provider = start(Map.of(
                ScriptedProvider.GRANDCHILD, "" + grandchild, ScriptedProvider.ENVIRONMENT, "" + environment()))) {
            ProcessHandle.of(provider.pid()).orElseThrow().destroyForcibly();

            await().until(() -> !isRunning(Long.parseLong(Files.readString(grandchild))));
            await().until(() -> Files.notExists(socketFolder()));
        }
    }

    private RunningProvider start(Map<String, String> script) throws Exception {
        return ProviderStart.of(folder, script);
    }

    private Path environment() {
        return folder.resolve("environment");
    }

    private Path socketFolder() throws Exception {
        return ProviderStart.socketFolder(environment());
    }

    private static boolean isRunning(long pid) {
        return ProcessHandle.of(pid).filter(Liveness::isRunning).isPresent();
    }

    private static CompletableFuture<ProviderCallException> failureOf(RunningProvider provider, String request) {
        return CompletableFuture.supplyAsync(
                () -> failure(provider, request), command -> new Thread(command, "caller").start());
    }

    private static ProviderCallException failure(RunningProvider provider, String request) {
        try {
            provider.call("ReadResource", bytes(request));
            throw new AssertionError("answered " + request);
        } catch (ProviderCallException failed) {
            return failed;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
