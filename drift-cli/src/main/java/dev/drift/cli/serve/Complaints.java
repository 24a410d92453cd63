package dev.drift.cli.serve;

import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Tells that the database fails, and not more than once in a while. */
final class Complaints extends AbstractSchedulerListener {

    private static final long AGAIN = Duration.ofMinutes(5).toNanos();

    private final String estate;
    private final Consumer<String> told;
    private final AtomicLong last = new AtomicLong(System.nanoTime() - AGAIN);

    Complaints(String estate, Consumer<String> told) {
        this.estate = estate;
        this.told = told;
    }

    @Override
    public void onSchedulerEvent(SchedulerEventType type) {
        long now = System.nanoTime();
        long before = last.get();
        if (type == SchedulerEventType.UNEXPECTED_ERROR && now - before >= AGAIN && last.compareAndSet(before, now)) {
            told.accept("The database of the ticks of " + estate
                    + " cannot be used, which is tried again: ticks may be late");
        }
    }
}
