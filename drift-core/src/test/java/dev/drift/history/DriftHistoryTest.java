package dev.drift.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.diagnosis.StackOutcome;
import dev.drift.stack.StackPath;
import dev.drift.testing.Outcomes;
import dev.drift.testing.Reports;
import dev.drift.testing.Stacks;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DriftHistoryTest {

    private final ReportHistory reports = new InMemoryHistory();
    private final DriftHistory history = new DriftHistory(reports);

    @Test
    void driftLastsFromTheCheckThatFirstSawIt() {
        follow(Outcomes.inSync(), 0);

        assertThat(follow(Outcomes.scaledTo(3), 1)).contains(at(1));
        assertThat(follow(Outcomes.scaledTo(3), 2)).contains(at(1));
    }

    @Test
    void driftThatChangesLastsOn() {
        follow(Outcomes.scaledTo(3), 1);

        assertThat(follow(Outcomes.scaledTo(4), 2)).contains(at(1));
        assertThat(last().fingerprint())
                .isEqualTo(Reports.checked("/stacks/web", Outcomes.scaledTo(4)).fingerprint());
    }

    @Test
    void aCleanCheckEndsDrift() {
        follow(Outcomes.scaledTo(3), 1);

        assertThat(follow(Outcomes.inSync(), 2)).isEmpty();
        assertThat(last().driftedSince()).isEmpty();
        assertThat(follow(Outcomes.scaledTo(3), 3)).contains(at(3));
    }

    @Test
    void anUnknownOutcomeNeitherEndsNorStartsDrift() {
        assertThat(follow(Outcomes.unknown("no state"), 0)).isEmpty();
        assertThat(reports.last(StackPath.of("/stacks/web"))).isEmpty();
        follow(Outcomes.scaledTo(3), 1);

        assertThat(follow(Outcomes.unknown("no state"), 2)).isEmpty();
        assertThat(last().checkedAt()).isEqualTo(at(1));
        assertThat(follow(Outcomes.scaledTo(3), 3)).contains(at(1));
    }

    private Optional<Instant> follow(StackOutcome outcome, int hour) {
        Map<StackPath, Instant> since =
                history.follow(List.of(Reports.check(Stacks.stack("/stacks/web"), outcome)), at(hour));
        return Optional.ofNullable(since.get(StackPath.of("/stacks/web")));
    }

    private LastCheck last() {
        return reports.last(StackPath.of("/stacks/web")).orElseThrow();
    }

    private static Instant at(int hour) {
        return Reports.FINISHED.plusSeconds(3600L * hour);
    }
}
