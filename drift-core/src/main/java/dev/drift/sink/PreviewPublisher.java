package dev.drift.sink;

import dev.drift.preview.PreviewReport;
import java.util.List;

/** Hands a preview to every sink in turn. What happens at one sink changes nothing for another. */
public record PreviewPublisher(List<PreviewSink> sinks) {

    public PreviewPublisher {
        sinks = List.copyOf(sinks);
    }

    /** What became of the preview at each sink, in the order of the sinks. */
    public List<Delivery> publish(PreviewReport preview) {
        return sinks.stream().map(sink -> deliver(sink, preview)).toList();
    }

    private static Delivery deliver(PreviewSink sink, PreviewReport preview) {
        Attempt attempt = () -> sink.deliver(preview);
        return attempt.at(sink.destination());
    }
}
