package dev.drift.detection;

import dev.drift.diagnosis.StackOutcome;
import dev.drift.estate.Cell;
import dev.drift.observation.ProbePhase;
import dev.drift.stack.Stack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One run of a detector. A single thread, the caller's, starts looks, stops those that are overdue and takes in those that
 * ended; looks share nothing but the queue by which they say that they ended.
 *
 * <p>A free slot goes to the cell that waits and has the fewest, of several to the one that had the fewest so far. So no cell
 * holds every slot while another waits, unless there is only one slot, and that one goes round.
 */
final class Detection {

    private final DetectionSettings settings;
    private final List<Look> looks;
    private final List<Lane> lanes;
    private final BlockingQueue<Look> ended = new LinkedBlockingQueue<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(Detection::daemon);

    Detection(DriftDetector detector, List<Stack> stacks) {
        this.settings = detector.settings();
        this.looks = stacks.stream()
                .map(stack -> new Look(detector, stack, ended::add))
                .toList();
        sample().forEach(Look::askTwice);
        this.lanes = lanes();
    }

    private List<Lane> lanes() {
        Map<Cell, List<Look>> byCell = new LinkedHashMap<>();
        looks.forEach(look -> byCell.computeIfAbsent(settings.estate().cellOf(look.stack()), cell -> new ArrayList<>())
                .add(look));
        return byCell.entrySet().stream()
                .map(cell -> new Lane(cell.getKey(), cell.getValue(), settings.estate(), settings.parallelism()))
                .toList();
    }

    private List<Look> sample() {
        List<Look> shuffled = new ArrayList<>(looks);
        Collections.shuffle(shuffled);
        return shuffled.subList(0, Math.min(settings.sample(), shuffled.size()));
    }

    List<StackCheck> run() {
        try {
            startWhatFits();
            while (running() > 0) {
                takeIn(ended.poll(nanosUntilNextIsDue(), TimeUnit.NANOSECONDS));
                stopWhatIsOverdue();
                startWhatFits();
            }
        } catch (InterruptedException cancelled) {
            cancel();
            Thread.currentThread().interrupt();
        } finally {
            lanes.forEach(lane -> lane.lookingAt().forEach(Look::interrupt));
            threads.shutdown();
        }
        return looks.stream().map(Look::check).toList();
    }

    private int running() {
        return lanes.stream().mapToInt(Lane::running).sum();
    }

    private void startWhatFits() throws InterruptedException {
        for (Optional<Lane> lane = fewest(); lane.isPresent(); lane = fewest()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            lane.get().next().start(threads, settings.timeout().plus(settings.grace()));
        }
    }

    /** The cell whose turn it is, if there is a slot. */
    private Optional<Lane> fewest() {
        return running() >= settings.parallelism().stacks()
                ? Optional.empty()
                : lanes.stream()
                        .filter(lane -> lane.isWaiting() && lane.hasRoom())
                        .min(Comparator.comparingInt(Lane::running).thenComparingInt(Lane::started));
    }

    /** A look that was left behind may end later; nobody asks for it any more. */
    private void takeIn(@Nullable Look look) {
        if (look != null && lanes.stream().anyMatch(lane -> lane.end(look))) {
            look.announce();
        }
    }

    private long nanosUntilNextIsDue() {
        return lanes.stream().mapToLong(Lane::nanosLeft).min().orElse(0);
    }

    private void stopWhatIsOverdue() {
        for (Lane lane : lanes) {
            if (lane.endsNow()) {
                end(lane);
            }
            for (Look look : lane.lookingAt()) {
                stopIfOverdue(lane, look);
            }
        }
    }

    private void stopIfOverdue(Lane lane, Look look) {
        if (look.nanosLeft() > 0) {
            return;
        }
        if (look.isConcluded()) {
            leaveBehind(lane, look);
        } else {
            look.stop(timeout(), settings.grace());
        }
    }

    /** Its time is over: what runs is stopped, what waits is never looked at. */
    private void end(Lane lane) {
        StackOutcome outcome = StackOutcome.Unknown.because(ProbePhase.TIMEOUT, lane.reason());
        lane.lookingAt().forEach(look -> look.stop(outcome, settings.grace()));
        lane.giveUpWaiting().forEach(look -> {
            look.conclude(outcome);
            look.announce();
        });
    }

    private void leaveBehind(Lane lane, Look look) {
        lane.end(look);
        look.leaveBehind();
        look.announce();
    }

    private void cancel() {
        lanes.forEach(lane -> lane.lookingAt().forEach(look -> look.stop(cancelled("while"), settings.grace())));
        long end = System.nanoTime() + settings.grace().toNanos();
        while (running() > 0 && end - System.nanoTime() > 0) {
            takeIn(endedUntil(end));
        }
        for (Lane lane : lanes) {
            lane.lookingAt().forEach(look -> leaveBehind(lane, look));
            lane.giveUpWaiting().forEach(look -> {
                look.conclude(cancelled("before"));
                look.announce();
            });
        }
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

    private static Thread daemon(Runnable looks) {
        Thread thread = new Thread(looks);
        thread.setDaemon(true);
        return thread;
    }

    static String words(Duration duration) {
        return duration.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
    }
}
