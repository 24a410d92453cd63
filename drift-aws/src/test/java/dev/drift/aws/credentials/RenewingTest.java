package dev.drift.aws.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.drift.config.Secret;
import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbePhase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RenewingTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final ManualClock clock = new ManualClock();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile Optional<String> failure = Optional.empty();
    private final Renewing renewing = new Renewing(this::obtain, clock);

    @Test
    void theSameCredentialsServeUntilAThirdOfTheirLifeIsLeft() throws ProbeException {
        Credentials first = renewing.credentials();
        clock.advance(Duration.ofMinutes(40));
        assertThat(renewing.credentials()).isSameAs(first);

        clock.advance(Duration.ofSeconds(1));
        assertThat(renewing.credentials()).isNotSameAs(first);
        assertThat(asked).hasValue(2);
    }

    @Test
    void whatNeverExpiresIsNeverAskedForAgain() throws ProbeException {
        Renewing lasting = new Renewing(
                () -> {
                    asked.incrementAndGet();
                    return new Credentials(
                            Secret.of("k"), Secret.of("s"), Optional.empty(), clock.instant(), Optional.empty());
                },
                clock);
        lasting.credentials();
        clock.advance(Duration.ofDays(365));
        lasting.credentials();

        assertThat(asked).hasValue(1);
    }

    @Test
    void aRenewalThatFailsGoesOnWithTheOldOnesAndWaitsBeforeTheNext() throws ProbeException {
        Credentials old = renewing.credentials();
        clock.advance(Duration.ofMinutes(41));
        failure = Optional.of("STS is away");

        assertThat(renewing.credentials()).isSameAs(old);
        assertThat(renewing.credentials()).isSameAs(old);
        assertThat(asked).hasValue(2);

        clock.advance(Renewing.PAUSE);
        failure = Optional.empty();
        assertThat(renewing.credentials()).isNotSameAs(old);
    }

    @Test
    void afterExpiryAFailureIsOne() throws ProbeException {
        renewing.credentials();
        failure = Optional.of("STS is away");
        clock.advance(HOUR);

        assertThatThrownBy(renewing::credentials)
                .isInstanceOfSatisfying(
                        ProbeException.class,
                        refused -> assertThat(refused.phase()).isEqualTo(ProbePhase.INIT))
                .hasMessage("STS is away");
    }

    @Test
    void whoComesSoonAfterAFailureHearsTheSame() {
        failure = Optional.of("STS is away");
        assertThatThrownBy(renewing::credentials).hasMessage("STS is away");
        failure = Optional.of("never asked");
        assertThatThrownBy(renewing::credentials).hasMessage("STS is away");
        assertThat(asked).hasValue(1);
    }

    @Test
    void aFailureIsForgottenAfterTheNextSuccess() throws ProbeException {
        failure = Optional.of("STS is away");
        assertThatThrownBy(renewing::credentials).hasMessage("STS is away");
        clock.advance(Renewing.PAUSE);
        failure = Optional.empty();

        Credentials obtained = renewing.credentials();
        assertThat(renewing.credentials()).isSameAs(obtained);
    }

    @Test
    void manyAtOnceAskOnce() throws ExecutionException, InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        Renewing slow = new Renewing(() -> awaiting(release), clock);
        List<FutureTask<Credentials>> tasks = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int number = 0; number < 8; number++) {
            FutureTask<Credentials> task = new FutureTask<>(slow::credentials);
            tasks.add(task);
            threads.add(started(task));
        }
        await().until(() -> threads.stream().allMatch(RenewingTest::isWaiting));
        release.countDown();

        for (FutureTask<Credentials> task : tasks) {
            assertThat(task.get()).isSameAs(tasks.get(0).get());
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void theOthersTakeTheOldOnesWhileOneRenews() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        CompletableFuture<Boolean> renews = new CompletableFuture<>();
        Renewing slow = new Renewing(
                () -> {
                    if (asked.get() == 0) {
                        return obtain();
                    }
                    renews.complete(true);
                    return awaiting(release);
                },
                clock);
        Credentials old = slow.credentials();
        clock.advance(Duration.ofMinutes(50));
        FutureTask<Credentials> renewal = new FutureTask<>(slow::credentials);
        started(renewal);
        assertThat(renews.get()).isTrue();

        assertThat(slow.credentials()).isSameAs(old);
        release.countDown();
        assertThat(renewal.get()).isNotSameAs(old);
    }

    @Test
    void whoIsInterruptedWhileWaitingStopsAndSpoilsNothing() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        Renewing slow = new Renewing(() -> awaiting(release), clock);
        FutureTask<Credentials> first = new FutureTask<>(slow::credentials);
        Thread asking = started(first);
        await().until(() -> isWaiting(asking));
        FutureTask<Credentials> second = new FutureTask<>(slow::credentials);
        Thread waiting = started(second);
        await().until(() -> isWaiting(waiting));

        waiting.interrupt();
        assertThatThrownBy(second::get).hasRootCauseInstanceOf(InterruptedException.class);
        release.countDown();
        assertThat(first.get()).isNotNull();
    }

    @Test
    void anInterruptedAttemptIsNoFailureOfOthers() throws Exception {
        Renewing once = new Renewing(
                () -> {
                    if (asked.get() > 0) {
                        return obtain();
                    }
                    asked.incrementAndGet();
                    Thread.currentThread().interrupt();
                    throw new ProbeException(ProbePhase.INIT, "it was interrupted");
                },
                clock);
        FutureTask<Credentials> interrupted = new FutureTask<>(once::credentials);
        started(interrupted);
        assertThatThrownBy(interrupted::get).hasRootCauseMessage("it was interrupted");

        assertThat(once.credentials()).isNotNull();
    }

    private Credentials awaiting(CountDownLatch release) throws ProbeException {
        try {
            release.await();
        } catch (InterruptedException interrupted) {
            throw new ProbeException(ProbePhase.INIT, "interrupted", interrupted);
        }
        return obtain();
    }

    private Credentials obtain() throws ProbeException {
        asked.incrementAndGet();
        if (failure.isPresent()) {
            throw new ProbeException(ProbePhase.INIT, failure.get());
        }
        return new Credentials(
                Secret.of("key"),
                Secret.of("secret"),
                Optional.of(Secret.of("token")),
                clock.instant(),
                Optional.of(clock.instant().plus(HOUR)));
    }

    private static Thread started(FutureTask<?> task) {
        Thread thread = new Thread(task, "asking");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static boolean isWaiting(Thread thread) {
        return thread.getState() == Thread.State.WAITING;
    }
}
