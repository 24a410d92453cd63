package dev.drift.testing;

import dev.drift.preview.PreviewReport;
import dev.drift.sink.PreviewSink;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps every preview it is told, in the order in which they came. */
public final class RecordingPreviews implements PreviewSink {

    private final List<PreviewReport> previews = new CopyOnWriteArrayList<>();

    @Override
    public String destination() {
        return "memory";
    }

    @Override
    public void deliver(PreviewReport preview) {
        previews.add(preview);
    }

    /** The previews told so far. */
    public List<PreviewReport> previews() {
        return List.copyOf(previews);
    }
}
