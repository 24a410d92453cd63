package dev.drift.testing;

import dev.drift.detection.DetectionListener;
import dev.drift.detection.StackCheck;
import dev.drift.detection.StackEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps every event it is told, in the order in which they came. */
public final class RecordingListener implements DetectionListener {

    private final List<StackEvent> events = new CopyOnWriteArrayList<>();

    @Override
    public void on(StackEvent event) {
        events.add(event);
    }

    /** Everything told so far. */
    public List<StackEvent> events() {
        return List.copyOf(events);
    }

    /** What was told so far of the stack at the path. */
    public List<StackEvent> events(String path) {
        return events.stream()
                .filter(event -> event.stack().path().value().equals(path))
                .toList();
    }

    /** The checks told so far. */
    public List<StackCheck> judged() {
        return events.stream()
                .filter(StackEvent.Judged.class::isInstance)
                .map(event -> ((StackEvent.Judged) event).check())
                .toList();
    }
}
