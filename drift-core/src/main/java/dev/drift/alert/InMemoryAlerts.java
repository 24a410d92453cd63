package dev.drift.alert;

import dev.drift.stack.StackPath;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers for as long as the process lives. */
public final class InMemoryAlerts implements AlertMemory {

    private final Map<String, Map<StackPath, LastAlert>> routes = new ConcurrentHashMap<>();

    @Override
    public Map<StackPath, LastAlert> recall(String route) {
        return routes.getOrDefault(route, Map.of());
    }

    @Override
    public void remember(String route, Map<StackPath, LastAlert> troubles) {
        routes.put(route, Map.copyOf(troubles));
    }
}
