package dev.drift.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.testing.DetectionListenerContract;
import dev.drift.testing.Outcomes;
import dev.drift.testing.RecordingListener;
import dev.drift.testing.Reports;
import dev.drift.testing.Stacks;
import org.junit.jupiter.api.Test;

class RecordingListenerTest extends DetectionListenerContract {

    @Override
    protected DetectionListener listener() {
        return new RecordingListener();
    }

    @Test
    void keepsEventsInTheirOrder() {
        RecordingListener listener = new RecordingListener();
        StackEvent started = new StackEvent.Started(Stacks.stack("/a"));
        StackEvent other = new StackEvent.Started(Stacks.stack("/b"));
        StackEvent judged = new StackEvent.Judged(Reports.check(Stacks.stack("/a"), Outcomes.inSync()));

        listener.on(started);
        listener.on(other);
        listener.on(judged);

        assertThat(listener.events()).containsExactly(started, other, judged);
        assertThat(listener.events("/a")).containsExactly(started, judged);
        assertThat(listener.judged()).hasSize(1);
    }
}
