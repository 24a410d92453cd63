package dev.drift.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.diagnosis.Fingerprint;
import dev.drift.stack.StackPath;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LastChecksTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final LastCheck CLEAN = clean("/web\nedge", 0);
    private static final LastCheck DRIFTED = new LastCheck(
            StackPath.of("/data"), NOON, Optional.of(new Fingerprint("0123456789abcdef")), Optional.of(NOON));

    @Test
    void areALineForEachStackByPathWhateverItsPathHolds() {
        String text = LastChecks.NONE.with(List.of(CLEAN, DRIFTED)).write();

        assertThat(text.lines()).hasSize(2).first().asString().contains("/data");
        assertThat(LastChecks.read(text).checks().values()).containsExactly(DRIFTED, CLEAN);
        assertThat(LastChecks.read(text).write()).isEqualTo(text);
        assertThat(LastChecks.read("")).isEqualTo(LastChecks.NONE);
    }

    @Test
    void ofTwoLinesOfOneStackTheNewerCounts() {
        String older = LastChecks.NONE.with(List.of(CLEAN)).write();
        String newer =
                LastChecks.NONE.with(List.of(clean(CLEAN.stack().value(), 1))).write();

        assertThat(LastChecks.read(newer + older).write()).isEqualTo(newer);
    }

    @Test
    void countLinesThatAreNoneUntilMoreIsRemembered() {
        LastChecks read =
                LastChecks.read("[]\n" + LastChecks.NONE.with(List.of(CLEAN)).write() + "{\n\n");

        assertThat(read.damaged()).isEqualTo(2);
        assertThat(read.checks()).containsOnlyKeys(CLEAN.stack());
        assertThat(read.with(List.of(DRIFTED)).damaged()).isZero();
    }

    @Test
    void refuseACheckUnderTheNameOfAnotherStack() {
        assertThatThrownBy(() -> new LastChecks(Map.of(DRIFTED.stack(), CLEAN), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no check of /data");
    }

    private static LastCheck clean(String stack, int second) {
        return new LastCheck(StackPath.of(stack), NOON.plusSeconds(second), Optional.empty(), Optional.empty());
    }
}
