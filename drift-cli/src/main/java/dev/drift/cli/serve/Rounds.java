package dev.drift.cli.serve;

import static java.util.Objects.requireNonNull;

import dev.drift.timetable.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Follows the schedules in this process alone, each cell in a thread of its own: one that runs, hangs or breaks keeps no other
 * waiting.
 */
public final class Rounds implements Serving {

    /** A clock may be set, and a machine may sleep: nobody waits longer than this without looking at the time again. */
    private static final Duration LONGEST_NAP = Duration.ofSeconds(30);

    private final List<CellTurns> cells;
    private final StandingFolder folder;
    private final Consumer<String> told;
    private final CountDownLatch stopped = new CountDownLatch(1);

    /** Over the cells, with what is to be remembered in a folder. */
    public Rounds(List<CellTurns> cells, StandingFolder folder, Consumer<String> told) {
        this.cells = List.copyOf(cells);
        this.folder = requireNonNull(folder, "folder is null");
        this.told = requireNonNull(told, "told is null");
    }

    @Override
    public boolean follow(Duration grace) {
        List<Thread> threads = cells.stream().map(this::thread).toList();
        threads.forEach(Thread::start);
        Ending.awaitInterrupt();
        stopped.countDown();
        return Ending.of(threads, grace, told);
    }

    private Thread thread(CellTurns cell) {
        return new Thread(() -> follow(cell), "drift-serve-" + cell.timetable().cell());
    }

    private void follow(CellTurns cell) {
        Standing standing = folder.of(cell.timetable().cell()).orElseGet(cell::beginning);
        folder.keep(cell.timetable().cell(), standing);
        while (waited(cell, standing)) {
            Standing before = standing;
            standing = cell.take(before).orElse(before);
            folder.keep(cell.timetable().cell(), standing);
            if (standing.equals(before)) {
                return;
            }
        }
    }

    /** Whether its turn has come; if not, everything is over. */
    private boolean waited(CellTurns cell, Standing standing) {
        try {
            Duration left = left(cell, standing);
            while (!left.isZero()) {
                if (stopped.await(left.toMillis() + 1, TimeUnit.MILLISECONDS)) {
                    return false;
                }
                left = left(cell, standing);
            }
            return stopped.getCount() > 0;
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Duration left(CellTurns cell, Standing standing) {
        Instant now = cell.clock().instant();
        Duration left = Duration.between(now, cell.timetable().wakeUp(standing, now));
        return left.compareTo(LONGEST_NAP) < 0 ? left : LONGEST_NAP;
    }
}
