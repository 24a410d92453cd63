package dev.drift.detection;

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
}
