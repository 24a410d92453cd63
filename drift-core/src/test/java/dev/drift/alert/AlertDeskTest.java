package dev.drift.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.estate.Cell;
import dev.drift.estate.Residency;
import dev.drift.sink.ReportSink;
import dev.drift.sink.SinkException;
import dev.drift.stack.StackPath;
import dev.drift.testing.MemorySender;
import dev.drift.testing.Outcomes;
import dev.drift.testing.Reports;
import dev.drift.testing.Turns;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    void tellsWhatIsOpenAndCallsNothingNewOrOverWhereNobodyKnowsWhatWasTold(@TempDir Path root) throws Exception {
        Path inTheWay = Files.createFile(root.resolve("alerts"));
        ReportSink forgetful = new AlertDesk(
                        new AlertRoute("eu", AlertFilter.EVERYTHING, Duration.ofHours(24)),
                        sender,
                        new AlertFolder(inTheWay),
                        Cell::of)
                .sink();

        assertThatThrownBy(() -> forgetful.deliver(Reports.drifted("run-1")))
                .isInstanceOf(SinkException.class)
                .hasMessageStartingWith("what is open was told, and not what changed: ");
        assertThatThrownBy(() -> forgetful.deliver(Reports.inSync("run-2")))
                .isInstanceOf(SinkException.class)
                .hasMessageStartingWith("nothing is open, and what was told before is not known: ");

        assertThat(sender.sent()).singleElement().satisfies(alert -> {
            assertThat(alert.title()).endsWith("1 open; what was told before is not known");
            assertThat(alert.items()).extracting(AlertItem::change).containsExactly(Change.OPEN);
        });
    }

    @Test
    void promisesWhatReceiverAndMemoryBothPromise() {
        assertThat(bound("eu", new BoundAlerts("eu", true)).residency()).contains(new Residency("eu"));
        assertThat(bound("eu", new BoundAlerts("us", true)).residency()).isEmpty();
        assertThat(bound("eu", new BoundAlerts("us", false)).residency()).contains(new Residency("eu"));
    }

    private static ReportSink bound(String receiver, AlertMemory memory) {
        AlertSender promising = new AlertSender() {
            @Override
            public String destination() {
                return receiver;
            }

            @Override
            public void send(Alert alert) {}

            @Override
            public Optional<Residency> residency() {
                return Optional.of(new Residency(receiver));
            }
        };
        AlertRoute route = new AlertRoute("eu", AlertFilter.EVERYTHING, Duration.ofHours(24));
        return new AlertDesk(route, promising, memory, Cell::of).sink();
    }

    private record BoundAlerts(String place, boolean leavesTheMachine) implements AlertMemory {

        @Override
        public Map<StackPath, LastAlert> recall(String route) {
            return Map.of();
        }

        @Override
        public void renew(String route, Step step) throws AlertException {
            step.after(Map.of());
        }

        @Override
        public Optional<Residency> residency() {
            return Optional.of(new Residency(place));
        }
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
