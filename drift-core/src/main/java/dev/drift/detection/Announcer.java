package dev.drift.detection;

/** Tells a listener of one stack: in order, nothing after its judgement, and whatever the listener throws is of no account. */
final class Announcer {

    private final DetectionListener listener;
    private boolean over;

    Announcer(DetectionListener listener) {
        this.listener = listener;
    }

    synchronized void tell(StackEvent event) {
        if (!over) {
            pass(listener, event);
        }
    }

    synchronized void judged(StackEvent.Judged event) {
        over = true;
        pass(listener, event);
    }

    static void pass(DetectionListener listener, StackEvent event) {
        try {
            listener.on(event);
        } catch (Throwable broken) {
            // A listener that breaks misses events; the run goes on.
        }
    }
}
