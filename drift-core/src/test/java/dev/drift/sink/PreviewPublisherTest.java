package dev.drift.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.preview.PreviewReport;
import dev.drift.testing.RecordingPreviews;
import dev.drift.testing.SamplePreviews;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreviewPublisherTest {

    @Test
    void tellsEverySinkWhateverBecomesOfTheOthers() {
        RecordingPreviews last = new RecordingPreviews();

        List<Delivery> deliveries =
                new PreviewPublisher(List.of(new Broken(), new Refusing(), last)).publish(SamplePreviews.everything());

        assertThat(deliveries)
                .containsExactly(
                        new Delivery.Undelivered("broken", "the sink broke: java.lang.IllegalStateException"),
                        new Delivery.Undelivered("refusing", "The bucket is gone"),
                        new Delivery.Delivered("memory"));
        assertThat(last.previews()).containsExactly(SamplePreviews.everything());
    }

    private record Broken() implements PreviewSink {
        @Override
        public String destination() {
            return "broken";
        }

        @Override
        public void deliver(PreviewReport preview) {
            throw new IllegalStateException("token=hunter2");
        }
    }

    private record Refusing() implements PreviewSink {
        @Override
        public String destination() {
            return "refusing";
        }

        @Override
        public void deliver(PreviewReport preview) throws SinkException {
            throw new SinkException("The bucket is gone");
        }
    }
}
