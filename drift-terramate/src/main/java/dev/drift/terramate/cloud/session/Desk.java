package dev.drift.terramate.cloud.session;

import dev.drift.sink.Delivery;
import dev.drift.terramate.cloud.wire.CloudException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** The threads that sessions share, and the list of those that are not over. Safe for use by several threads. */
final class Desk {

    private final ScheduledExecutorService threads;
    private final ScheduledFuture<?> flushing;
    private final Line line;
    private final SessionSettings settings;
    private final Ballast ballast;
    private final Set<StackSession<?>> open = new LinkedHashSet<>();
    private final List<Delivery> deliveries = new ArrayList<>();
    private int errands;

    Desk(Line line, SessionSettings settings) {
        this.line = line;
        this.settings = settings;
        this.ballast = new Ballast(settings.waitingPlans());
        this.threads = Executors.newScheduledThreadPool(settings.workers(), work -> {
            Thread thread = new Thread(work, "terramate-cloud");
            thread.setDaemon(true);
            return thread;
        });
        long pause = settings.flushing().toMillis();
        this.flushing = threads.scheduleWithFixedDelay(
                () -> sessions().forEach(StackSession::flush), pause, pause, TimeUnit.MILLISECONDS);
    }

    Lane lane() {
        return new Lane(threads);
    }

    /** Does something that belongs to no session, and is waited for like one. */
    void run(Runnable errand) {
        synchronized (this) {
            errands++;
        }
        lane().then(() -> {
            try {
                errand.run();
            } finally {
                returned();
            }
        });
    }

    private synchronized void returned() {
        errands--;
        notifyAll();
    }

    LogBuffer log() {
        return new LogBuffer(settings.waitingLines(), Clock.systemUTC());
    }

    SessionJournal journal() throws CloudException {
        return line.journal();
    }

    Ballast ballast() {
        return ballast;
    }

    <S> StackSession<S> opened(Track<S> track) {
        StackSession<S> session = new StackSession<>(track, this);
        synchronized (this) {
            open.add(session);
        }
        return session.begin();
    }

    <S> void skipped(Track<S> track) {
        StackSession<S> session = new StackSession<>(track, this);
        synchronized (this) {
            open.add(session);
        }
        session.skip();
    }

    synchronized void over(StackSession<?> session, Delivery told) {
        if (open.remove(session)) {
            deliveries.add(told);
            notifyAll();
        }
    }

    synchronized void tell(Delivery told) {
        deliveries.add(told);
    }

    synchronized List<Delivery> deliveries() {
        return List.copyOf(deliveries);
    }

    synchronized List<StackSession<?>> sessions() {
        return List.copyOf(open);
    }

    /** Waits until every session and errand is over, but no longer than that; what is not sent by then never is. */
    void stop(Duration patience) {
        awaitOver(patience);
        flushing.cancel(false);
        threads.shutdownNow();
        for (StackSession<?> late : sessions()) {
            over(late, late.undelivered("there was no time left to send it"));
        }
    }

    private synchronized void awaitOver(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            while ((!open.isEmpty() || errands > 0) && System.nanoTime() < end) {
                TimeUnit.NANOSECONDS.timedWait(this, end - System.nanoTime());
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
