package dev.drift.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.estate.Cell;
import dev.drift.estate.Residency;
import dev.drift.preview.PreviewReport;
import dev.drift.testing.RecordingPreviews;
import dev.drift.testing.SamplePreviews;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    @Test
    void aPlaceThatMayNotKnowACellIsToldTheRestAndWhatWasWithheldIsSaid() {
        ResidencyGate gate = new ResidencyGate(
                Cell::of,
                cell -> cell.environment().isPresent() ? Optional.of(new Residency("eu")) : Optional.empty(),
                Map.of());
        RecordingPreviews place = new RecordingPreviews();

        List<Delivery> deliveries = new PreviewPublisher(List.of(place), gate).publish(SamplePreviews.everything());

        assertThat(deliveries).hasSize(2);
        assertThat(deliveries.get(1)).isInstanceOf(Delivery.Undelivered.class);
        PreviewReport told = place.previews().get(0);
        assertThat(told.stacks())
                .isNotEmpty()
                .noneMatch(stack -> stack.stack().path().value().contains("/eu-"));
        assertThat(told.deleted()).isEmpty();
    }

    @Test
    void aPlaceThatSomebodyPromisesForIsToldAll() {
        Residency eu = new Residency("eu");
        ResidencyGate gate = new ResidencyGate(Cell::of, cell -> Optional.of(eu), Map.of("mem", eu));
        RecordingPreviews place = new RecordingPreviews();

        assertThat(new PreviewPublisher(List.of(place), gate).publish(SamplePreviews.everything()))
                .containsExactly(new Delivery.Delivered("memory"));
        assertThat(place.previews()).containsExactly(SamplePreviews.everything());
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
