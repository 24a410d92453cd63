package dev.drift.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.diagnosis.Fingerprint;
import dev.drift.history.LastCheck;
import dev.drift.history.ReportHistory;
import dev.drift.stack.StackPath;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link ReportHistory} keeps. */
public abstract class ReportHistoryContract {

    private static final StackPath WEB = StackPath.of("/stacks/web");
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    /** A history in which nothing is remembered yet. */
    protected abstract ReportHistory history();

    @Test
    void knowsNothingOfAStackThatWasNeverChecked() {
        ReportHistory history = history();
        history.remember(List.of(clean(NOON)));

        assertThat(history.last(StackPath.of("/stacks/other"))).isEmpty();
    }

    @Test
    void remembersADriftedCheckAsItWas() {
        ReportHistory history = history();
        LastCheck drifted = new LastCheck(
                WEB, NOON, Optional.of(new Fingerprint("0123456789abcdef")), Optional.of(NOON.minusSeconds(7200)));

        history.remember(List.of(drifted));

        assertThat(history.last(WEB)).contains(drifted);
    }

    @Test
    void putsANewerCheckInPlaceOfAnOlder() {
        ReportHistory history = history();

        history.remember(List.of(clean(NOON)));
        history.remember(List.of(clean(NOON.plusSeconds(1))));

        assertThat(history.last(WEB)).contains(clean(NOON.plusSeconds(1)));
    }

    @Test
    void neverPutsAnOlderCheckInPlaceOfANewer() {
        ReportHistory history = history();

        history.remember(List.of(clean(NOON)));
        history.remember(List.of(clean(NOON.minusSeconds(1))));

        assertThat(history.last(WEB)).contains(clean(NOON));
    }

    @Test
    void putsACheckInPlaceOfOneThatAWrongClockDatedAhead() {
        ReportHistory history = history();

        history.remember(List.of(clean(NOON.plusSeconds(400L * 24 * 3600))));
        history.remember(List.of(clean(NOON)));

        assertThat(history.last(WEB)).contains(clean(NOON));
    }

    @Test
    void keepsStacksApart() {
        ReportHistory history = history();
        LastCheck other = new LastCheck(StackPath.of("/stacks/web/edge"), NOON, Optional.empty(), Optional.empty());

        history.remember(List.of(clean(NOON.plusSeconds(5))));
        history.remember(List.of(other));

        assertThat(history.last(WEB)).contains(clean(NOON.plusSeconds(5)));
        assertThat(history.last(other.stack())).contains(other);
    }

    @Test
    void takesAndGivesManyAtOnce() {
        ReportHistory history = history();
        List<LastCheck> many = IntStream.range(0, 500)
                .mapToObj(number -> StackPath.of("/stacks/s" + number))
                .map(stack -> new LastCheck(stack, NOON, Optional.empty(), Optional.empty()))
                .toList();

        history.remember(many);
        history.remember(List.of());

        assertThat(history.last(many.stream().map(LastCheck::stack).toList()).values())
                .containsExactlyInAnyOrderElementsOf(many);
        assertThat(history.last(List.of(many.get(7).stack(), WEB, many.get(7).stack())))
                .isEqualTo(Map.of(many.get(7).stack(), many.get(7)));
        assertThat(history.last(List.of())).isEmpty();
    }

    @Test
    void ofManyChecksOfOneStackKeepsTheNewest() {
        ReportHistory history = history();

        history.remember(List.of(clean(NOON), clean(NOON.plusSeconds(2)), clean(NOON.plusSeconds(1))));

        assertThat(history.last(WEB)).contains(clean(NOON.plusSeconds(2)));
    }

    @Test
    void keepsTheNewestOfChecksThatSeveralThreadsRemember() {
        ReportHistory history = history();

        Together.call(8, number -> {
            history.remember(List.of(clean(NOON.plusSeconds(number))));
            return number;
        });

        assertThat(history.last(WEB)).contains(clean(NOON.plusSeconds(7)));
    }

    private static LastCheck clean(Instant at) {
        return new LastCheck(WEB, at, Optional.empty(), Optional.empty());
    }
}
