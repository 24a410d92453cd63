package dev.drift.cli.serve;

import dev.drift.timetable.MissedTicks;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** Work that is done as its test says, and remembers what it was asked for. */
final class ScriptedWork implements CellWork {

    private final List<Instant> ticks = new CopyOnWriteArrayList<>();
    private final List<MissedTicks> told = new CopyOnWriteArrayList<>();
    private final List<String> closed = new CopyOnWriteArrayList<>();
    private final Runnable script;

    private ScriptedWork(Runnable script) {
        this.script = script;
    }

    /** Done at once. */
    static ScriptedWork done() {
        return new ScriptedWork(() -> {});
    }

    /** Breaks. */
    static ScriptedWork broken() {
        return new ScriptedWork(() -> {
            throw new IllegalStateException("no catalog");
        });
    }

    /** Goes on until it is interrupted. */
    static ScriptedWork hanging() {
        return new ScriptedWork(() -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException told) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public Done run(Instant tick, List<MissedTicks> untold) {
        ticks.add(tick);
        script.run();
        boolean cancelled = Thread.interrupted();
        if (!cancelled) {
            told.addAll(untold);
        }
        return new Done(cancelled, "in sync");
    }

    @Override
    public void closed(String reason) {
        closed.add(reason);
    }

    /** The ticks that a run was begun for. */
    List<Instant> ticks() {
        return List.copyOf(ticks);
    }

    /** The missed ticks that reports told. */
    List<MissedTicks> told() {
        return List.copyOf(told);
    }

    /** Why it was not to be done. */
    List<String> closed() {
        return List.copyOf(closed);
    }
}
