package dev.drift.aws.provider;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.drift.aws.testing.ScriptedProvider;
import io.grpc.Context;
import io.grpc.Context.CancellableContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who calls can give up, and the provider is told. */
class EndedCallsTest {

    @TempDir
    private Path folder;

    @Test
    void interruptingACallerEndsTheCall() throws Exception {
        Path journal = folder.resolve("journal");
        try (RunningProvider provider = ProviderStart.of(
                folder, Map.of(ScriptedProvider.HANG, "*", ScriptedProvider.JOURNAL, journal.toString()))) {
            CompletableFuture<Boolean> staysInterrupted = new CompletableFuture<>();
            Thread caller = new Thread(() -> {
                assertThatExceptionOfType(ProviderCallException.class)
                        .isThrownBy(() -> provider.call("ReadResource", new byte[0]))
                        .satisfies(failed -> assertThat(failed.isProviderLost()).isFalse());
                staysInterrupted.complete(Thread.currentThread().isInterrupted());
            });
            caller.start();
            await().until(() -> Files.exists(journal));

            caller.interrupt();

            assertThat(staysInterrupted.get(30, SECONDS)).isTrue();
            await().until(() -> Files.readAllLines(journal).contains("cancelled ReadResource"));
            assertThat(provider.isAlive()).isTrue();
        }
    }

    @Test
    void cancellingTheContextEndsTheCall() throws Exception {
        Path journal = folder.resolve("journal");
        try (RunningProvider provider = ProviderStart.of(
                        folder, Map.of(ScriptedProvider.HANG, "*", ScriptedProvider.JOURNAL, journal.toString()));
                CancellableContext context = Context.current().withCancellation()) {
            CompletableFuture<ProviderCallException> failure = new CompletableFuture<>();
            Runnable call = () -> failure.complete(failure(provider));
            new Thread(context.wrap(call)).start();
            await().until(() -> Files.exists(journal));

            context.cancel(null);

            assertThat(failure.get(30, SECONDS).status()).isEqualTo(1);
            await().until(() -> Files.readAllLines(journal).contains("cancelled ReadResource"));
        }
    }

    @Test
    void theDeadlineOfTheContextEndsTheCall() throws Exception {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        try (RunningProvider provider = ProviderStart.of(folder, Map.of(ScriptedProvider.HANG, "*"));
                CancellableContext context = Context.current().withDeadlineAfter(200, MILLISECONDS, clock)) {
            ProviderCallException late = context.call(() -> failure(provider));

            assertThat(late.status()).isEqualTo(4);
            assertThat(late.isProviderLost()).isFalse();
        } finally {
            clock.shutdownNow();
        }
    }

    private static ProviderCallException failure(RunningProvider provider) {
        try {
            provider.call("ReadResource", new byte[0]);
            throw new AssertionError("answered");
        } catch (ProviderCallException failed) {
            return failed;
        }
    }
}
