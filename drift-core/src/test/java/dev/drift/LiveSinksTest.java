package dev.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.catalog.CatalogException;
import dev.drift.detection.DetectionListener;
import dev.drift.detection.StackEvent;
import dev.drift.estate.Cell;
import dev.drift.estate.Residency;
import dev.drift.sink.Delivery;
import dev.drift.sink.LiveSink;
import dev.drift.sink.MemorySink;
import dev.drift.sink.ResidencyGate;
import dev.drift.testing.InMemoryCatalog;
import dev.drift.testing.Outcomes;
import dev.drift.testing.RecordingListener;
import dev.drift.testing.Reports;
import dev.drift.testing.ScriptedProbe;
import dev.drift.testing.Stacks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LiveSinksTest {

    private final Recording sink = new Recording();

    @Test
    void areToldWithTheListenerAndAnswerInTheResult() {
        RecordingListener listener = new RecordingListener();
        MemorySink memory = new MemorySink();

        RunResult result = run().listening(listener)
                .deliveringTo(sink)
                .deliveringTo(memory)
                .build()
                .execute();

        assertThat(listener.judged()).hasSize(2);
        assertThat(sink.judged).hasSize(2);
        assertThat(result.liveDeliveries()).containsExactly(new Delivery.Delivered("live 1"));
        assertThat(result.deliveries()).containsExactly(new Delivery.Delivered("memory"));
    }

    @Test
    void doNotSufferFromOneThatBreaks() {
        LiveSink broken = new LiveSink() {
            @Override
            public void on(StackEvent event) {
                throw new IllegalStateException("broken");
            }

            @Override
            public List<Delivery> finish() {
                throw new IllegalStateException("broken");
            }
        };

        RunResult result = run().deliveringTo(broken).deliveringTo(sink).build().execute();

        assertThat(sink.judged).hasSize(2);
        assertThat(result.report().stacks()).hasSize(2);
        assertThat(result.liveDeliveries())
                .containsExactly(
                        new Delivery.Undelivered("live sink", "the sink broke: java.lang.IllegalStateException"),
                        new Delivery.Delivered("live 1"));
    }

    @Test
    void areFinishedOnceForEachExecution() {
        DriftRun run = run().deliveringTo(sink).build();

        run.execute();

        assertThat(run.execute().liveDeliveries()).containsExactly(new Delivery.Delivered("live 2"));
    }

    @Test
    void areFinishedAlsoWhenTheRunFails() {
        InMemoryCatalog unreadable = InMemoryCatalog.unreadable("gone");

        assertThatThrownBy(() -> Drift.over(unreadable)
                        .probing(new ScriptedProbe())
                        .deliveringTo(sink)
                        .build()
                        .execute())
                .isInstanceOf(CatalogException.class);
        assertThat(sink.finished).hasValue(1);
    }

    @Test
    void areNotToldOfWhatIsBoundElsewhere() {
        ResidencyGate gate = new ResidencyGate(Cell::of, cell -> Optional.of(new Residency("eu")), Map.of());

        LiveSinks sinks = new LiveSinks(List.of(sink), gate);

        Stacks.many(2)
                .forEach(stack -> sinks.and(DetectionListener.SILENT)
                        .on(new StackEvent.Judged(Reports.check(stack, Outcomes.inSync()))));

        assertThat(sink.judged).isEmpty();
        assertThat(sinks.finish())
                .containsExactly(
                        new Delivery.Delivered("live 1"),
                        new Delivery.Undelivered(
                                "live sink",
                                "withheld, because bound is unassigned to eu, and this place to nothing",
                                List.of(Cell.UNASSIGNED)));
    }

    private static DriftRun.Builder run() {
        return Drift.over(InMemoryCatalog.of(Stacks.many(2))).probing(new ScriptedProbe());
    }

    private static final class Recording implements LiveSink {

        private final List<StackEvent> judged = Collections.synchronizedList(new ArrayList<>());
        private final AtomicInteger finished = new AtomicInteger();

        @Override
        public void on(StackEvent event) {
            if (event instanceof StackEvent.Judged) {
                judged.add(event);
            }
        }

        @Override
        public List<Delivery> finish() {
            return List.of(new Delivery.Delivered("live " + finished.incrementAndGet()));
        }
    }
}
