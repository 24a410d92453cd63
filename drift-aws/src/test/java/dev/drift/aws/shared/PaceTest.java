package dev.drift.aws.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.grpc.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class PaceTest {

    @Test
    void lateComersWaitInTheOrderOfComing() throws Exception {
        Pace pace = Pace.ofOne();
        pace.enter();
        List<String> order = new ArrayList<>();
        CompletableFuture<Void> first = entering(pace, () -> order.add("first"));
        await().until(pace::waiting, waiting -> waiting == 1);
        CompletableFuture<Void> second = entering(pace, () -> order.add("second"));
        await().until(pace::waiting, waiting -> waiting == 2);
        assertThat(first).isNotDone();

        pace.leave();
        first.get();
        assertThat(second).isNotDone();
        pace.leave();
        second.get();

        assertThat(order).containsExactly("first", "second");
    }

    @Test
    void goodAnswersAllowOneMorePerRound() {
        Pace pace = new Pace(4, 100);

        for (int answer = 0; answer < 4 + 5 + 1; answer++) {
            pace.easier();
        }

        assertThat(pace.allowed()).isEqualTo(6);
    }

    @Test
    void neverAllowsMoreThanTheMost() {
        Pace pace = new Pace(4, 5);

        for (int answer = 0; answer < 1000; answer++) {
            pace.easier();
        }

        assertThat(pace.allowed()).isEqualTo(5);
    }

    @Test
    void throttlingHalvesOncePerRound() throws Exception {
        Pace pace = new Pace(16, 100);
        int ticket = pace.enter();

        pace.slower(ticket);
        pace.slower(ticket);
        assertThat(pace.allowed()).isEqualTo(8);

        pace.slower(pace.enter());
        assertThat(pace.allowed()).isEqualTo(4);
    }

    @Test
    void neverAllowsLessThanOne() throws Exception {
        Pace pace = new Pace(2, 100);

        for (int round = 0; round < 5; round++) {
            int ticket = pace.enter();
            pace.slower(ticket);
            pace.leave();
        }

        assertThat(pace.allowed()).isEqualTo(1);
    }

    @Test
    void whoGoesAwayLosesItsPlaceAndNobodyElses() throws Exception {
        Pace pace = Pace.ofOne();
        pace.enter();
        Context.CancellableContext caller = Context.current().withCancellation();
        CompletableFuture<Void> leaving = new CompletableFuture<>();
        Thread thread = new Thread(caller.wrap(() -> {
            try {
                pace.enter();
                leaving.complete(null);
            } catch (Unanswered gone) {
                leaving.completeExceptionally(gone);
            }
        }));
        thread.start();
        await().until(pace::waiting, waiting -> waiting == 1);

        caller.cancel(null);

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(leaving::get)
                .withCauseInstanceOf(Unanswered.class);
        pace.leave();
        pace.enter();
        assertThat(pace.isBusy()).isTrue();
        pace.leave();
        assertThat(pace.isBusy()).isFalse();
        thread.join();
    }

    private static CompletableFuture<Void> entering(Pace pace, Runnable then) {
        CompletableFuture<Void> entered = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                pace.enter();
                then.run();
                entered.complete(null);
            } catch (Unanswered gone) {
                entered.completeExceptionally(gone);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return entered;
    }
}
