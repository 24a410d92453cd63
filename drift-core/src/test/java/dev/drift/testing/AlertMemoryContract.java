package dev.drift.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.alert.AlertMemory;
import dev.drift.alert.LastAlert;
import dev.drift.diagnosis.Fingerprint;
import dev.drift.diagnosis.Severity;
import dev.drift.report.Verdict;
import dev.drift.stack.StackPath;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link AlertMemory} keeps. */
public abstract class AlertMemoryContract {

    private static final LastAlert DRIFT = new LastAlert(
            Verdict.DRIFTED,
            Optional.of(Severity.HIGH),
            Optional.of(new Fingerprint("0123456789abcdef")),
            Reports.FINISHED);
    private static final LastAlert UNKNOWN =
            new LastAlert(Verdict.UNKNOWN, Optional.empty(), Optional.empty(), Reports.FINISHED);

    /** The memory, empty at first. */
    protected abstract AlertMemory memory() throws Exception;

    @Test
    void knowsNothingAtFirst() throws Exception {
        assertThat(memory().recall("eu")).isEmpty();
    }

    @Test
    void recallsWhatItWasLastTold() throws Exception {
        AlertMemory memory = memory();
        memory.remember("eu", Map.of(StackPath.of("/a"), DRIFT));

        memory.remember("eu", Map.of(StackPath.of("/b"), UNKNOWN, StackPath.of("/c"), DRIFT));

        assertThat(memory.recall("eu"))
                .containsOnly(Map.entry(StackPath.of("/b"), UNKNOWN), Map.entry(StackPath.of("/c"), DRIFT));
    }

    @Test
    void keepsRoutesApart() throws Exception {
        AlertMemory memory = memory();
        memory.remember("eu/on call", Map.of(StackPath.of("/a"), DRIFT));
        memory.remember("eu:on call", Map.of());

        assertThat(memory.recall("eu/on call")).hasSize(1);
        assertThat(memory.recall("EU/on call")).isEmpty();
    }
}
