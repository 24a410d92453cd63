package dev.drift.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.estate.Cell;
import dev.drift.sink.ReportSink;
import dev.drift.sink.SinkException;
import dev.drift.testing.MemorySender;
import dev.drift.testing.Reports;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AlertDeskTest {

    private final MemorySender sender = new MemorySender();
    private final ReportSink sink = new AlertDesk(
                    new AlertRoute("eu", AlertFilter.EVERYTHING, Duration.ofHours(24)),
                    sender,
                    new InMemoryAlerts(),
                    Cell::of)
            .sink();

    @Test
    void tellsWhatChangedAndNothingElse() throws Exception {
        sink.deliver(Reports.inSync("run-0"));
        sink.deliver(Reports.drifted("run-1"));
        sink.deliver(Reports.drifted("run-2"));
        sink.deliver(Reports.inSync("run-3"));

        assertThat(sender.sent()).extracting(alert -> alert.run().id()).containsExactly("run-1", "run-3");
        assertThat(sink.destination()).isEqualTo("alerts eu (memory)");
    }

    @Test
    void whatWasNotTakenIsToldAgain() throws Exception {
        sender.refusing("the receiver is away");
        assertThatThrownBy(() -> sink.deliver(Reports.drifted("run-1")))
                .isInstanceOf(SinkException.class)
                .hasMessage("the receiver is away");

        sender.refusing("");
        sink.deliver(Reports.drifted("run-2"));

        assertThat(sender.sent()).extracting(alert -> alert.run().id()).containsExactly("run-2");
    }
}
