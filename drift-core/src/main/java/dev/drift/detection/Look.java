package dev.drift.detection;

import dev.drift.diagnosis.StackOutcome;
import dev.drift.observation.EnvironmentLease;
import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbePhase;
import dev.drift.observation.ProbeRequest;
import dev.drift.stack.Stack;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One look at one stack, on a thread that is its own as long as it runs. Its check is concluded once: by the look when it is
 * done, or by the detection when it lasts too long, whoever comes first. All but {@link #run} and what it calls belongs to the
 * thread of the detection.
 */
final class Look implements Runnable {

    private final DriftDetector detector;
    private final Stack stack;
    private final Consumer<Look> ended;
    private final Announcer announcer;
    private final Hold hold = new Hold();
    private final AtomicReference<@Nullable StackCheck> check = new AtomicReference<>();
    private final AtomicReference<@Nullable EnvironmentLease> lease = new AtomicReference<>();
    private boolean askedTwice;
    /** As long as it is not started it takes no time. */
    private volatile Instant startedAt = Instant.MAX;

    private volatile long endOfTime;
    private long due;

    Look(DriftDetector detector, Stack stack, Consumer<Look> ended) {
        this.detector = detector;
        this.stack = stack;
        this.ended = ended;
        this.announcer = new Announcer(detector.listener());
    }

    void start(Executor threads, Duration limit) {
        startedAt = detector.clock().instant();
        endOfTime = System.nanoTime() + detector.settings().timeout().toNanos();
        due = System.nanoTime() + limit.toNanos();
        threads.execute(this);
    }

    @Override
    public void run() {
        hold.take("drift-look " + stack.path());
        try {
            announcer.tell(new StackEvent.Started(stack));
            Examined examined = detector.examiner().examine(this);
            conclude(examined);
        } finally {
            hold.leave();
            ended.accept(this);
        }
    }

    Stack stack() {
        return stack;
    }

    /** What the probe is asked, with the time that is left. */
    ProbeRequest request(EnvironmentLease variables) throws ProbeException {
        Duration limit = detector.settings().timeout();
        Duration left = Duration.ofNanos(endOfTime - System.nanoTime());
        if (isConcluded() || left.isNegative() || left.isZero()) {
            throw new ProbeException(ProbePhase.TIMEOUT, "no time was left to look");
        }
        return new ProbeRequest(
                stack, variables, left, limit, line -> announcer.tell(new StackEvent.Output(stack, line)));
    }

    /** Keeps the lease where it can be closed from outside if the probe never comes back. */
    void hold(EnvironmentLease held) {
        lease.set(held);
    }

    /** Before it is started: it is to see that its lease changes nothing. */
    void askTwice() {
        askedTwice = true;
    }

    boolean isAskedTwice() {
        return askedTwice;
    }

    boolean conclude(StackOutcome outcome) {
        return conclude(new Examined(outcome, detector.engine(), Optional.empty()));
    }

    private boolean conclude(Examined examined) {
        return check.compareAndSet(null, checked(examined));
    }

    private StackCheck checked(Examined examined) {
        Duration took = Duration.between(startedAt, detector.clock().instant());
        return new StackCheck(
                stack,
                examined.outcome(),
                examined.engine(),
                took.isNegative() ? Duration.ZERO : took,
                examined.note());
    }

    boolean isConcluded() {
        return check.get() != null;
    }

    StackCheck check() {
        StackCheck concluded = check.get();
        if (concluded == null) {
            throw new IllegalStateException("Nothing is concluded of " + stack);
        }
        return concluded;
    }

    long nanosLeft() {
        return due - System.nanoTime();
    }

    /** Concludes in place of the look, unless it just did so itself, and tells it to end soon. */
    void stop(StackOutcome outcome, Duration grace) {
        due = System.nanoTime() + grace.toNanos();
        if (conclude(outcome)) {
            interrupt();
        }
    }

    void interrupt() {
        hold.interrupt();
    }

    /** Gives the look up. Closing its lease may take long or fail as well, so it happens aside. */
    void leaveBehind() {
        if (check().outcome() instanceof StackOutcome.Unknown unknown) {
            String reason = unknown.reason() + ", and the probe did not stop when it was told to";
            StackOutcome outcome = StackOutcome.Unknown.because(unknown.phase(), reason);
            check.set(checked(new Examined(outcome, check().engine(), Optional.empty())));
        }
        EnvironmentLease held = lease.get();
        if (held != null) {
            Thread release = new Thread(() -> Examiner.close(held), "drift-release " + stack.path());
            release.setDaemon(true);
            release.start();
        }
    }

    void announce() {
        announcer.judged(new StackEvent.Judged(check()));
    }
}
