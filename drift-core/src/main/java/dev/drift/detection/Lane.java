package dev.drift.detection;

import dev.drift.estate.Cell;
import dev.drift.estate.EstateDefinition;
import dev.drift.estate.Means;
import dev.drift.estate.Parallelism;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The looks of one cell: those that wait and those that run. It has a parallelism and a time of its own, so that a cell that
 * hangs takes neither from another.
 */
final class Lane {

    private final Cell cell;
    private final Parallelism parallelism;
    private final Optional<Duration> budget;
    private final Deque<Look> waiting;
    private final List<Look> running = new ArrayList<>();
    private Optional<Long> end = Optional.empty();
    private boolean over;
    private int started;

    Lane(Cell cell, List<Look> looks, EstateDefinition estate, Parallelism otherwise) {
        Optional<Means> means = estate.of(cell).map(defined -> defined.means());
        this.cell = cell;
        this.parallelism = means.map(Means::parallelism).orElse(otherwise);
        this.budget = means.flatMap(Means::budget);
        this.waiting = new ArrayDeque<>(looks);
    }

    boolean isWaiting() {
        return !waiting.isEmpty();
    }

    boolean hasRoom() {
        return running.size() < parallelism.stacks();
    }

    int running() {
        return running.size();
    }

    int started() {
        return started;
    }

    /** The next look, which runs from now on; the time of the cell begins with its first. */
    Look next() {
        if (end.isEmpty() && budget.isPresent()) {
            end = Optional.of(System.nanoTime() + budget.get().toNanos());
        }
        started++;
        Look look = waiting.removeFirst();
        running.add(look);
        return look;
    }

    /** Whether the look ran here, and no longer does. */
    boolean end(Look look) {
        return running.remove(look);
    }

    List<Look> lookingAt() {
        return List.copyOf(running);
    }

    /** Those that were never started, which no longer wait. */
    List<Look> giveUpWaiting() {
        List<Look> never = List.copyOf(waiting);
        waiting.clear();
        return never;
    }

    /** How long until the time of the cell or of one of its looks is over. */
    long nanosLeft() {
        long looks = running.stream().mapToLong(Look::nanosLeft).min().orElse(Long.MAX_VALUE);
        return Math.min(
                looks,
                over ? Long.MAX_VALUE : end.map(at -> at - System.nanoTime()).orElse(Long.MAX_VALUE));
    }

    /** Whether the time of the cell is over; said once. */
    boolean endsNow() {
        boolean now = !over && end.isPresent() && end.get() - System.nanoTime() <= 0;
        over |= now;
        return now;
    }

    /** Why its looks end when its time is over. */
    String reason() {
        return "the time of the cell " + cell + " was over: " + Detection.words(budget.orElse(Duration.ZERO));
    }
}
