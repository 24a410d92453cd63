package dev.drift.cli.serve;

import static java.util.Objects.requireNonNull;

import dev.drift.estate.Cell;
import dev.drift.timetable.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Follows the schedules in this process alone, each cell in a thread of its own: one that runs, hangs or breaks keeps no other
 * waiting.
 */
public final class Rounds implements Serving {

    /** A clock may be set, and a machine may sleep: nobody waits longer than this without looking at the time again. */
    private static final Duration LONGEST_NAP = Duration.ofSeconds(30);

    private final Supplier<List<CellTurns>> cells;
    private final Duration pace;
    private final StandingFolder folder;
    private final Consumer<String> told;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Map<Cell, Thread> threads = new HashMap<>();
    private volatile Map<Cell, CellTurns> served = Map.of();

    /**
     * Over cells, with what is to be remembered in a folder.
     *
     * @param cells which there are now; asked by the thread that follows. A cell that is no longer among
     *     them is let go when the run it is in has ended.
     * @param pace how often they are asked for
     */
    public Rounds(Supplier<List<CellTurns>> cells, Duration pace, StandingFolder folder, Consumer<String> told) {
        this.cells = requireNonNull(cells, "cells is null");
        this.pace = requireNonNull(pace, "pace is null");
        this.folder = requireNonNull(folder, "folder is null");
        this.told = requireNonNull(told, "told is null");
    }

    @Override
    public boolean follow(Duration grace) {
        do {
            serve(cells.get());
        } while (!Ending.isToldWithin(pace));
        stopped.countDown();
        return Ending.of(List.copyOf(threads.values()), grace, told);
    }

    /** Every cell has a thread, which may still be in a run that it began before it was last served. */
    private void serve(List<CellTurns> now) {
        served = now.stream().collect(Collectors.toMap(cell -> cell.timetable().cell(), Function.identity()));
        now.stream()
                .map(cell -> cell.timetable().cell())
                .filter(cell -> !threads.containsKey(cell) || !threads.get(cell).isAlive())
                .forEach(cell -> {
                    Thread thread = new Thread(() -> follow(cell), "drift-serve-" + cell);
                    threads.put(cell, thread);
                    thread.start();
                });
    }

    private void follow(Cell cell) {
        Optional<CellTurns> turns = now(cell);
        if (turns.isEmpty()) {
            return;
        }
        Standing standing = folder.of(cell).orElseGet(turns.get()::beginning);
        folder.keep(cell, standing);
        Optional<Due> due = awaited(cell, standing);
        while (due.isPresent()) {
            Standing before = due.get().standing();
            standing = due.get().turns().take(before).orElse(before);
            folder.keep(cell, standing);
            if (standing.equals(before)) {
                return;
            }
            due = awaited(cell, standing);
        }
    }

    /** A cell whose turn has come. */
    private record Due(CellTurns turns, Standing standing) {}

    /** The cell, when its turn has come; none if everything is over, or the cell is no longer served. */
    private Optional<Due> awaited(Cell cell, Standing kept) {
        try {
            Standing standing = kept;
            for (Optional<CellTurns> turns = now(cell); turns.isPresent(); turns = now(cell)) {
                standing = turns.get().taken(standing);
                Duration left = left(turns.get(), standing);
                if (left.isZero()) {
                    return Optional.of(new Due(turns.get(), standing));
                }
                stopped.await(left.toMillis() + 1, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private Optional<CellTurns> now(Cell cell) {
        return stopped.getCount() > 0 ? Optional.ofNullable(served.get(cell)) : Optional.empty();
    }

    private static Duration left(CellTurns cell, Standing standing) {
        Instant now = cell.clock().instant();
        Duration left = Duration.between(now, cell.timetable().wakeUp(standing, now));
        return left.compareTo(LONGEST_NAP) < 0 ? left : LONGEST_NAP;
    }
}
