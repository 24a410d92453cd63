package dev.drift.detection;

import dev.drift.diagnosis.StackOutcome;
import dev.drift.observation.ProbePhase;
import dev.drift.stack.Stack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One run of a detector. A single thread, the caller's, starts looks, stops those that are overdue and takes in those that
 * ended; looks share nothing but the queue by which they say that they ended.
 */
final class Detection {

    private final DetectionSettings settings;
    private final List<Look> looks;
    private final Iterator<Look> waiting;
    private final Set<Look> running = new LinkedHashSet<>();
    private final BlockingQueue<Look> ended = new LinkedBlockingQueue<>();

    Detection(DriftDetector detector, List<Stack> stacks) {
        this.settings = detector.settings();
        this.looks = stacks.stream()
                .map(stack -> new Look(detector, stack, ended::add))
                .toList();
        sample().forEach(Look::askTwice);
        this.waiting = looks.iterator();
    }

    private List<Look> sample() {
        List<Look> shuffled = new ArrayList<>(looks);
        Collections.shuffle(shuffled);
        return shuffled.subList(0, Math.min(settings.sample(), shuffled.size()));
    }

    List<StackCheck> run() {
        try {
            while (waiting.hasNext() || !running.isEmpty()) {
                startWhatFits();
                takeIn(ended.poll(nanosUntilNextIsDue(), TimeUnit.NANOSECONDS));
                stopWhatIsOverdue();
            }
        } catch (InterruptedException cancelled) {
            cancel();
            Thread.currentThread().interrupt();
        } finally {
            running.forEach(Look::interrupt);
        }
        return looks.stream().map(Look::check).toList();
    }

    private void startWhatFits() throws InterruptedException {
        while (waiting.hasNext() && running.size() < settings.parallelism().stacks()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            Look next = waiting.next();
            running.add(next);
            next.start(settings.timeout().plus(settings.grace()));
        }
    }

    /** A look that was left behind may end later; nobody asks for it any more. */
    private void takeIn(@Nullable Look look) {
        if (look != null && running.remove(look)) {
            look.announce();
        }
    }

    private long nanosUntilNextIsDue() {
        return running.stream().mapToLong(Look::nanosLeft).min().orElse(0);
    }

    private void stopWhatIsOverdue() {
        for (Look look : List.copyOf(running)) {
            if (look.nanosLeft() > 0) {
                continue;
            }
            if (look.isConcluded()) {
                leaveBehind(look);
            } else {
                look.stop(timeout(), settings.grace());
            }
        }
    }

    private void leaveBehind(Look look) {
        running.remove(look);
        look.leaveBehind();
        look.announce();
    }

    private void cancel() {
        running.forEach(look -> look.stop(cancelled("while"), settings.grace()));
        long end = System.nanoTime() + settings.grace().toNanos();
        while (!running.isEmpty() && end - System.nanoTime() > 0) {
            takeIn(endedUntil(end));
        }
        List.copyOf(running).forEach(this::leaveBehind);
        waiting.forEachRemaining(look -> {
            look.conclude(cancelled("before"));
            look.announce();
        });
    }

    /** Asking to cancel once more does not shorten the wait: it is what ends the processes of the probes. */
    private @Nullable Look endedUntil(long end) {
        try {
            return ended.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException again) {
            return null;
        }
    }

    private StackOutcome timeout() {
        return StackOutcome.Unknown.because(ProbePhase.TIMEOUT, "not done within " + words(settings.timeout()));
    }

    private static StackOutcome cancelled(String when) {
        return StackOutcome.Unknown.because(
                ProbePhase.CANCELLED, "the run was cancelled " + when + " this stack was looked at");
    }

    private static String words(Duration duration) {
        return duration.toString().substring("PT".length()).toLowerCase(java.util.Locale.ROOT);
    }
}
