package dev.drift.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.report.DriftReport;
import dev.drift.testing.Reports;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportPublisherTest {

    private static final DriftReport REPORT = Reports.drifted("run-1");

    @Test
    void tellsEverySinkWhateverBecomesOfTheOthers() {
        MemorySink first = new MemorySink();
        MemorySink last = new MemorySink();

        List<Delivery> deliveries = new ReportPublisher(List.of(
                        first,
                        sink("archive", () -> {
                            throw new SinkException("The bucket is gone");
                        }),
                        sink("broken", () -> {
                            throw new IllegalStateException("token=hunter2");
                        }),
                        last))
                .publish(REPORT);

        assertThat(deliveries)
                .containsExactly(
                        new Delivery.Delivered("memory"),
                        new Delivery.Undelivered("archive", "The bucket is gone"),
                        new Delivery.Undelivered("broken", "the sink broke: java.lang.IllegalStateException"),
                        new Delivery.Delivered("memory"));
        assertThat(first.reports()).containsExactly(REPORT);
        assertThat(last.reports()).containsExactly(REPORT);
    }

    private static ReportSink sink(String destination, Sending sending) {
        return new ReportSink() {
            @Override
            public String destination() {
                return destination;
            }

            @Override
            public void deliver(DriftReport report) throws SinkException {
                sending.send();
            }
        };
    }

    private interface Sending {
        void send() throws SinkException;
    }
}
