package dev.drift.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.alert.AlertException;
import dev.drift.alert.AlertMemory;
import dev.drift.alert.LastAlert;
import dev.drift.diagnosis.Fingerprint;
import dev.drift.diagnosis.Severity;
import dev.drift.estate.Cell;
import dev.drift.estate.Environment;
import dev.drift.estate.Region;
import dev.drift.report.Verdict;
import dev.drift.stack.StackPath;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What every {@link AlertMemory} keeps. */
public abstract class AlertMemoryContract {

    private static final Optional<Cell> CELL =
            Optional.of(new Cell(Optional.of(new Environment("prod")), Optional.of(new Region("eu-west-1"))));

    private static final LastAlert DRIFT = new LastAlert(
            CELL,
            Verdict.DRIFTED,
            Optional.of(Severity.HIGH),
            Optional.of(new Fingerprint("0123456789abcdef")),
            Reports.FINISHED);
    private static final LastAlert UNKNOWN = new LastAlert(
            Optional.of(Cell.UNASSIGNED), Verdict.UNKNOWN, Optional.empty(), Optional.empty(), Reports.FINISHED);

    /** The memory, empty at first. */
    protected abstract AlertMemory memory() throws Exception;

    @Test
    void knowsNothingAtFirst() throws Exception {
        assertThat(memory().recall("eu")).isEmpty();
    }

    @Test
    void recallsWhatItWasLastTold() throws Exception {
        AlertMemory memory = memory();
        memory.renew("eu", before -> Map.of(StackPath.of("/a"), DRIFT));

        memory.renew("eu", before -> Map.of(StackPath.of("/b"), UNKNOWN, StackPath.of("/c"), DRIFT));

        assertThat(memory.recall("eu"))
                .containsOnly(Map.entry(StackPath.of("/b"), UNKNOWN), Map.entry(StackPath.of("/c"), DRIFT));
    }

    @Test
    void keepsRoutesApart() throws Exception {
        AlertMemory memory = memory();
        memory.renew("eu/on call", before -> Map.of(StackPath.of("/a"), DRIFT));
        memory.renew("eu:on call", before -> Map.of());

        assertThat(memory.recall("eu/on call")).hasSize(1);
        assertThat(memory.recall("EU/on call")).isEmpty();
    }

    @Test
    void twoWhoRenewAtOnceLoseNothing() throws Exception {
        AlertMemory one = memory();
        AlertMemory other = memory();
        CountDownLatch kept = new CountDownLatch(1);
        Thread second = new Thread(() -> {
            try {
                other.renew("eu", before -> with(before, "/b"));
                kept.countDown();
            } catch (AlertException refused) {
                throw new IllegalStateException(refused);
            }
        });

        one.renew("eu", before -> {
            second.start();
            Turns.awaitStanding(second);
            return with(before, "/a");
        });

        assertThat(kept.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(one.recall("eu")).containsOnlyKeys(StackPath.of("/a"), StackPath.of("/b"));
    }

    @Test
    void aStepThatFailsChangesNothing() throws Exception {
        AlertMemory memory = memory();
        memory.renew("eu", before -> with(before, "/a"));

        assertThatThrownBy(() -> memory.renew("eu", before -> {
                    throw new AlertException("nobody took it");
                }))
                .isInstanceOf(AlertException.class)
                .hasMessage("nobody took it");
        memory.renew("eu", before -> with(before, "/b"));

        assertThat(memory.recall("eu")).hasSize(2);
    }

    private static Map<StackPath, LastAlert> with(Map<StackPath, LastAlert> before, String path) {
        Map<StackPath, LastAlert> after = new HashMap<>(before);
        after.put(StackPath.of(path), DRIFT);
        return after;
    }
}
