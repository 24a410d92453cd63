package dev.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.detection.DetectionListener;
import dev.drift.diagnosis.StackOutcome;
import dev.drift.history.InMemoryHistory;
import dev.drift.history.LastCheck;
import dev.drift.history.ReportHistory;
import dev.drift.observation.ProbePhase;
import dev.drift.report.DriftReport;
import dev.drift.sink.Delivery;
import dev.drift.sink.MemorySink;
import dev.drift.sink.ReportFile;
import dev.drift.sink.ReportSink;
import dev.drift.sink.SinkException;
import dev.drift.stack.Stack;
import dev.drift.stack.StackPath;
import dev.drift.testing.InMemoryCatalog;
import dev.drift.testing.RecordingEnvironments;
import dev.drift.testing.Reports;
import dev.drift.testing.ScriptedProbe;
import dev.drift.testing.Stacks;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RunResultTest {

    private static final Stack WEB = Stacks.stack("/stacks/prod/web", "environment/prod");
    private static final Stack DNS = Stacks.stack("/stacks/prod/dns", "environment/prod");
    private static final Stack QA = Stacks.stack("/stacks/qa/web", "environment/qa");
    private static final Clock CLOCK = Clock.fixed(Reports.FINISHED, ZoneOffset.UTC);

    private final ScriptedProbe probe = new ScriptedProbe();
    private final InMemoryCatalog catalog = InMemoryCatalog.of(WEB, DNS, QA);

    @Test
    void deliversToEverySinkAndSaysWhatBecameOfIt(@TempDir Path folder) {
        MemorySink memory = new MemorySink();
        Path missing = folder.resolve("missing").resolve("report.txt");

        RunResult result = run().deliveringTo(new ReportFile(missing, report -> ""))
                .deliveringTo(memory)
                .build()
                .execute();

        assertThat(memory.reports()).containsExactly(result.report());
        assertThat(result.deliveries().get(0)).isInstanceOf(Delivery.Undelivered.class);
        assertThat(result.deliveries().get(1)).isEqualTo(new Delivery.Delivered("memory"));
    }

    @Test
    void remembersSinceWhenStacksDrift() {
        ReportHistory history = new InMemoryHistory();
        run().remembering(history).build().execute();

        LastCheck check = history.last(StackPath.of("/stacks/prod/web")).orElseThrow();

        assertThat(check.checkedAt()).isEqualTo(Reports.FINISHED);
        assertThat(check.driftedSince()).isEmpty();
    }

    @Test
    void bearsAHistoryThatBreaks() {
        RunResult result = run().remembering(new ReportHistory() {
                    @Override
                    public Map<StackPath, LastCheck> last(Collection<StackPath> stacks) {
                        throw new IllegalStateException("gone");
                    }

                    @Override
                    public void remember(Collection<LastCheck> checks) {
                        throw new IllegalStateException("gone");
                    }
                })
                .build()
                .execute();

        assertThat(result.report().stacks()).hasSize(3);
        assertThat(result.deliveries())
                .containsExactly(
                        new Delivery.Undelivered("history", "the history broke: java.lang.IllegalStateException"));
    }

    @Test
    void closesTheSourceOfEnvironmentsEveryTime() {
        RecordingEnvironments environments = new RecordingEnvironments(Map.of());
        DriftRun run = run().authenticatedBy(environments).build();

        run.execute();
        run.execute();

        assertThat(environments.closings()).isEqualTo(2);
        assertThat(environments.leases()).hasSize(6);
        assertThat(environments.open()).isZero();
    }

    @Test
    void deliversAWholeReportWhenItIsCancelled() {
        Thread runner = Thread.currentThread();
        AtomicInteger started = new AtomicInteger();
        DetectionListener cancelling = event -> {
            if (started.incrementAndGet() == 1) {
                runner.interrupt();
            }
        };
        probe.hangingAt("/stacks/prod/dns").hangingAt("/stacks/prod/web").hangingAt("/stacks/qa/web");
        MemorySink memory = new MemorySink();
        ReportSink uninterrupted = new ReportSink() {
            @Override
            public String destination() {
                return "network";
            }

            @Override
            public void deliver(DriftReport report) throws SinkException {
                if (Thread.currentThread().isInterrupted()) {
                    throw new SinkException("An interrupted thread cannot wait for the network");
                }
            }
        };

        RunResult result = run().listening(cancelling)
                .parallelism(1)
                .deliveringTo(uninterrupted)
                .deliveringTo(memory)
                .build()
                .execute();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(result.report().stacks())
                .hasSize(3)
                .allSatisfy(stack -> assertThat(((StackOutcome.Unknown) stack.outcome()).phase())
                        .isEqualTo(ProbePhase.CANCELLED));
        assertThat(result.deliveries()).allMatch(Delivery.Delivered.class::isInstance);
        assertThat(memory.reports()).containsExactly(result.report());
    }

    private DriftRun.Builder run() {
        return Drift.over(catalog).probing(probe).clock(CLOCK);
    }
}
