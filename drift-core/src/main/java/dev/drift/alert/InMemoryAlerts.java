package dev.drift.alert;

import dev.drift.stack.StackPath;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Remembers for as long as the process lives. */
public final class InMemoryAlerts implements AlertMemory {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Map<String, Map<StackPath, LastAlert>> routes = new ConcurrentHashMap<>();
    private final Map<String, ReentrantLock> turns = new ConcurrentHashMap<>();

    @Override
    public Map<StackPath, LastAlert> recall(String route) {
        return routes.getOrDefault(route, Map.of());
    }

    @Override
    public void renew(String route, Step step) throws AlertException {
        ReentrantLock turn = turns.computeIfAbsent(route, unused -> new ReentrantLock());
        if (!isFree(turn)) {
            throw AlertException.othersTell(route);
        }
        try {
            routes.put(route, Map.copyOf(step.after(recall(route))));
        } finally {
            turn.unlock();
        }
    }

    private static boolean isFree(ReentrantLock turn) {
        try {
            return turn.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
