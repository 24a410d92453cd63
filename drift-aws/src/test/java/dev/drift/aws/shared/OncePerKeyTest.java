package dev.drift.aws.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.grpc.Context;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OncePerKeyTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final OncePerKey<String, Integer> once = new OncePerKey<>();
    private final AtomicInteger fetched = new AtomicInteger();
    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch begun = new CountDownLatch(1);

    @AfterEach
    void tearDown() {
        threads.shutdownNow();
    }

    @Test
    void allWhoAskMeanwhileGetTheSame() throws Exception {
        Future<Integer> first = threads.submit(() -> once.take("a", this::fetchHeld));
        begun.await();
        List<Waiter> others =
                IntStream.range(0, 4).mapToObj(number -> new Waiter()).toList();
        others.forEach(Waiter::awaitWaiting);
        assertThat(once.take("b", fetched::incrementAndGet)).isEqualTo(2);

        held.countDown();

        assertThat(first.get()).isEqualTo(1);
        for (Waiter other : others) {
            assertThat(other.got.get()).isEqualTo(1);
        }
        assertThat(once.take("a", fetched::incrementAndGet)).isEqualTo(3);
    }

    @Test
    void failureReachesAllAndIsNotRemembered() throws Exception {
        Future<Integer> first = threads.submit(() -> once.take("a", () -> {
            fetchHeld();
            throw Unanswered.unavailable("gone");
        }));
        begun.await();
        Waiter other = new Waiter();
        other.awaitWaiting();

        held.countDown();

        assertThatExceptionOfType(ExecutionException.class).isThrownBy(first::get);
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(other.got::get)
                .withCauseInstanceOf(Unanswered.class);
        assertThat(once.take("a", fetched::incrementAndGet)).isEqualTo(2);
    }

    @Test
    void whoGoesAwayDoesNotWait() throws Exception {
        Future<Integer> first = threads.submit(() -> once.take("a", this::fetchHeld));
        begun.await();
        Context.CancellableContext caller = Context.ROOT.withCancellation();
        CompletableFuture<Throwable> left = new CompletableFuture<>();
        threads.execute(caller.wrap(() -> {
            try {
                once.take("a", fetched::incrementAndGet);
            } catch (Unanswered gone) {
                left.complete(gone);
            }
        }));

        caller.cancel(null);

        assertThat(left.get()).isInstanceOf(Unanswered.class);
        held.countDown();
        assertThat(first.get()).isEqualTo(1);
    }

    private int fetchHeld() {
        int number = fetched.incrementAndGet();
        begun.countDown();
        await().until(() -> held.getCount() == 0);
        return number;
    }

    /** Asks on a thread of its own. */
    private final class Waiter {

        private final CompletableFuture<Integer> got = new CompletableFuture<>();
        private final Thread thread = new Thread(this::ask);

        Waiter() {
            thread.setDaemon(true);
            thread.start();
        }

        private void ask() {
            try {
                got.complete(once.take("a", fetched::incrementAndGet));
            } catch (Unanswered failed) {
                got.completeExceptionally(failed);
            }
        }

        void awaitWaiting() {
            await().until(thread::getState, state -> state == Thread.State.WAITING);
        }
    }
}
