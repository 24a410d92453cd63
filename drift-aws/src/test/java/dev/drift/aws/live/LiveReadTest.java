package dev.drift.aws.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.drift.aws.state.StateObject;
import dev.drift.observation.ResourceAddress;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveReadTest {

    private static final long LONG = TimeUnit.MINUTES.toNanos(1);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Semaphore all = new Semaphore(5);

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void readsNoMoreAtOnceThanThereIsRoomForAndAllInTheEnd() throws Exception {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        LiveRead.Reading counting = object -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            Thread.onSpinWait();
            now.decrementAndGet();
        };
        try (LiveRead read = new LiveRead(counting, threads, all)) {
            for (int number = 0; number < 500; number++) {
                assertThat(read.take(object("q" + number))).isTrue();
            }

            assertThat(read.finish(LONG)).isEqualTo(500);
        }
        assertThat(most.get()).isBetween(1, 5);
        assertThat(all.availablePermits()).isEqualTo(5);
    }

    @Test
    void wantsNoMoreOnceOneMoved() {
        LiveRead.Reading moving = object -> {
            throw new NotLiveException(object + " moved");
        };
        try (LiveRead read = new LiveRead(moving, threads, all)) {
            await().until(() -> !read.take(object("one")));

            assertThatThrownBy(() -> read.finish(LONG))
                    .isInstanceOf(NotLiveException.class)
                    .hasMessage("one moved");
            assertThatThrownBy(read::requireNoObstacle).hasMessage("one moved");
        }
    }

    @Test
    void readingThatBreaksIsNoReadingThatWentWell() {
        LiveRead.Reading breaking = object -> {
            throw new IllegalStateException("hunter2");
        };
        try (LiveRead read = new LiveRead(breaking, threads, all)) {
            read.take(object("one"));

            assertThatThrownBy(() -> read.finish(LONG)).hasMessage("one cannot be read: IllegalStateException");
        }
    }

    @Test
    void statesOfOthersAreReadAlthoughThereWasNoThreadForThisOne() throws Exception {
        Executor full = work -> {
            throw new OutOfMemoryError("unable to create native thread");
        };
        try (LiveRead read = new LiveRead(object -> {}, full, all)) {
            assertThat(read.take(object("one"))).isFalse();

            assertThatThrownBy(() -> read.finish(LONG)).hasMessage("there is no thread to read its objects with");
        }
        assertThat(all.availablePermits()).isEqualTo(5);
    }

    @Test
    void interruptedTurnIsGivenBack() throws Exception {
        Semaphore none = new Semaphore(0);
        try (LiveRead read = new LiveRead(object -> {}, threads, none)) {
            Thread.currentThread().interrupt();

            assertThat(read.take(object("one"))).isFalse();
            assertThat(Thread.interrupted()).isTrue();
            assertThat(read.finish(LONG)).isZero();
        }
    }

    @Test
    void endsWhatHangsWhenTimeIsOver() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        LiveRead.Reading hanging = object -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException ended) {
                interrupted.countDown();
            }
        };
        try (LiveRead read = new LiveRead(hanging, threads, all)) {
            read.take(object("one"));
            assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();

            assertThatThrownBy(() -> read.finish(1)).hasMessage("reading its objects takes too long");
        }
        assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
    }

    private static StateObject object(String address) {
        return new StateObject(
                ResourceAddress.of(address, "aws_sqs_queue"),
                "",
                true,
                new StateObject.Written("{}", 0),
                "",
                Optional.empty());
    }
}
