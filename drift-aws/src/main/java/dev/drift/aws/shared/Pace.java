package dev.drift.aws.shared;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;

/**
 * How many calls of one kind may be under way at once. The number grows by one for as many good answers as it allows, and is
 * halved when the cloud says that it is too much; calls that began before it was halved do not halve it again. Nobody is
 * refused: who comes too early waits, in the order of coming, for as long as the caller waits.
 */
final class Pace {

    private static final int LEAST = 1;

    private final int most;
    private final Deque<CompletableFuture<Integer>> queue = new ArrayDeque<>();
    private double allowed;
    private int underWay;
    private int cuts;

    Pace(int start, int most) {
        this.allowed = start;
        this.most = most;
    }

    /** One at a time, whatever happens. */
    static Pace ofOne() {
        return new Pace(LEAST, LEAST);
    }

    /** Waits for its turn. Returns a ticket, to be given back. */
    int enter() throws Unanswered {
        CompletableFuture<Integer> turn = new CompletableFuture<>();
        synchronized (this) {
            queue.add(turn);
            admit();
        }
        try {
            return Waiting.until(turn);
        } catch (Unanswered left) {
            if (!turn.cancel(false)) {
                leave();
            }
            throw left;
        }
    }

    synchronized void leave() {
        underWay--;
        admit();
    }

    /** Whether somebody waits, or is under way. */
    synchronized boolean isBusy() {
        return underWay > 0 || waiting() > 0;
    }

    synchronized int waiting() {
        queue.removeIf(CompletableFuture::isCancelled);
        return queue.size();
    }

    /** The call of that ticket was answered well. */
    synchronized void easier() {
        allowed = Math.min(most, allowed + 1 / allowed);
        admit();
    }

    /** The call of that ticket was told that it is too much. */
    synchronized void slower(int ticket) {
        if (ticket == cuts) {
            allowed = Math.max(LEAST, allowed / 2);
            cuts++;
        }
    }

    synchronized int allowed() {
        return (int) allowed;
    }

    private void admit() {
        while (underWay < (int) allowed && !queue.isEmpty()) {
            if (queue.remove().complete(cuts)) {
                underWay++;
            }
        }
    }
}
