package dev.drift.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.estate.Cell;
import dev.drift.sink.ReportSink;
import dev.drift.sink.SinkException;
import dev.drift.stack.StackPath;
import dev.drift.testing.MemorySender;
import dev.drift.testing.Outcomes;
import dev.drift.testing.Reports;
import dev.drift.testing.Turns;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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

    @Test
    void twoRunsThatMeetLoseNothing() throws Exception {
        AlertMemory memory = new InMemoryAlerts();
        AlertRoute route = new AlertRoute("eu", AlertFilter.EVERYTHING, Duration.ofHours(24));
        ReportSink west = new AlertDesk(route, sender, memory, Cell::of).sink();
        CountDownLatch told = new CountDownLatch(1);
        Thread other = new Thread(() -> {
            try {
                west.deliver(Reports.of("west", Reports.checked("/west", Outcomes.scaledTo(3))));
                told.countDown();
            } catch (SinkException refused) {
                throw new IllegalStateException(refused);
            }
        });
        AlertSender slow = new AlertSender() {
            @Override
            public String destination() {
                return "slow";
            }

            @Override
            public void send(Alert alert) {
                other.start();
                Turns.awaitStanding(other);
            }
        };

        new AlertDesk(route, slow, memory, Cell::of)
                .sink()
                .deliver(Reports.of("central", Reports.checked("/central", Outcomes.scaledTo(3))));

        assertThat(told.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(memory.recall("eu")).containsOnlyKeys(StackPath.of("/central"), StackPath.of("/west"));
    }
}
