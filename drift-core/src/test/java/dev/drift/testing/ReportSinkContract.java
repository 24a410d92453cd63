package dev.drift.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.drift.report.DriftReport;
import dev.drift.sink.ReportSink;
import dev.drift.sink.SinkException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link ReportSink} keeps. */
public abstract class ReportSinkContract {

    /** The sink, the same one for the whole test; its place is empty at first. */
    protected abstract ReportSink sink() throws Exception;

    /** Whether the report lies at the sink's place, as a whole. */
    protected abstract boolean holds(DriftReport report) throws Exception;

    /** Whether anything at all lies at the sink's place, also a part of something. */
    protected abstract boolean holdsAnything() throws Exception;

    /** A sink for the same place that cannot deliver; empty for one that always can. */
    protected abstract Optional<ReportSink> unable() throws Exception;

    @Test
    void namesItsPlaceInOneLine() throws Exception {
        assertThat(sink().destination()).isNotBlank().doesNotContain("\n").isEqualTo(sink().destination());
    }

    @Test
    void deliversAReportAsAWhole() throws Exception {
        sink().deliver(Reports.drifted("run-1"));

        assertThat(holds(Reports.drifted("run-1"))).isTrue();
        assertThat(holds(Reports.drifted("run-2"))).isFalse();
    }

    @Test
    void isToldOfRunsThatFoundNothing() throws Exception {
        sink().deliver(Reports.of("run-1"));

        assertThat(holds(Reports.of("run-1"))).isTrue();
    }

    @Test
    void deliversOneReportAfterTheOther() throws Exception {
        sink().deliver(Reports.drifted("run-1"));
        sink().deliver(Reports.inSync("run-2"));

        assertThat(holds(Reports.inSync("run-2"))).isTrue();
    }

    @Test
    void deliversOnSeveralThreadsAtOnce() throws Exception {
        ReportSink sink = sink();

        Together.call(8, number -> deliver(sink, Reports.drifted("run-" + number)));

        boolean one = false;
        for (int number = 0; number < 8; number++) {
            one |= holds(Reports.drifted("run-" + number));
        }
        assertThat(one).as("one of them lies there as a whole").isTrue();
    }

    @Test
    void saysInOneLineWhyItCannotDeliverAndLeavesNothing() throws Exception {
        Optional<ReportSink> unable = unable();
        if (unable.isPresent()) {
            SinkException thrown =
                    catchThrowableOfType(SinkException.class, () -> unable.get().deliver(Reports.drifted("run-1")));

            assertThat(thrown).isNotNull();
            assertThat(thrown.getMessage()).isNotBlank().doesNotContain("\n");
            assertThat(holdsAnything()).isFalse();
        }
    }

    private static boolean deliver(ReportSink sink, DriftReport report) {
        try {
            sink.deliver(report);
            return true;
        } catch (SinkException refused) {
            throw new AssertionError("Not delivered to " + sink.destination(), refused);
        }
    }
}
