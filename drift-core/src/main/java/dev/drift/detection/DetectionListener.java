package dev.drift.detection;

import java.util.List;

/**
 * Is told what happens while stacks are looked at. Called from several threads, also at the same time, so an implementation is
 * thread-safe and returns quickly. What it throws changes no outcome.
 */
@FunctionalInterface
public interface DetectionListener {

    /** Listens to nothing. */
    DetectionListener SILENT = event -> {};

    /** Something happens. */
    void on(StackEvent event);

    /** Tells several, one after the other; one that breaks keeps nothing from the others. */
    static DetectionListener all(List<? extends DetectionListener> listeners) {
        List<DetectionListener> each = List.copyOf(listeners);
        return event -> each.forEach(listener -> Announcer.pass(listener, event));
    }
}
