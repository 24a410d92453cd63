package dev.drift.sink;

import dev.drift.preview.PreviewReport;
import dev.drift.testing.PreviewSinkContract;
import dev.drift.testing.RecordingPreviews;
import java.util.Optional;

class RecordingPreviewsTest extends PreviewSinkContract {

    private final RecordingPreviews sink = new RecordingPreviews();

    @Override
    protected PreviewSink sink() {
        return sink;
    }

    @Override
    protected boolean holds(PreviewReport preview) {
        return sink.previews().contains(preview);
    }

    @Override
    protected boolean holdsAnything() {
        return !sink.previews().isEmpty();
    }

    @Override
    protected Optional<PreviewSink> unable() {
        return Optional.empty();
    }
}
