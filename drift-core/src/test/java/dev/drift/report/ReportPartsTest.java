package dev.drift.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.config.InvalidConfigException;
import dev.drift.estate.Shard;
import dev.drift.stack.Stack;
import dev.drift.testing.SampleReports;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Parts that become one report again. */
class ReportPartsTest {

    private static final DriftReport WHOLE = SampleReports.everything();

    @Test
    void sharesMergedAreTheUndividedReportByteForByteAfterTimes() {
        Random random = new Random(7);
        for (int round = 0; round < 40; round++) {
            int shares = 1 + random.nextInt(6);
            List<DriftReport> parts = new ArrayList<>(IntStream.rangeClosed(1, shares)
                    .mapToObj(number -> share(WHOLE, new Shard(number, shares)))
                    .toList());
            Collections.shuffle(parts, random);

            DriftReport merged = new ReportParts(parts).whole();

            assertThat(ReportJson.write(timeless(merged))).isEqualTo(ReportJson.write(timeless(WHOLE)));
        }
    }

    @Test
    void aMissingShareIsNeverPassedOver() {
        List<DriftReport> parts = List.of(share(WHOLE, new Shard(1, 3)), share(WHOLE, new Shard(3, 3)));

        assertThatThrownBy(() -> new ReportParts(parts).whole())
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("The share 2/3 is missing");
    }

    @Test
    void aStackInTwoReportsIsRefused() {
        assertThatThrownBy(() -> new ReportParts(List.of(WHOLE, WHOLE)).whole())
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("in two of the reports");
    }

    @Test
    void cellsMergedSayOnlyWhatAllOfThemSay() {
        DriftReport first = cell(WHOLE.stacks().subList(0, 1), "eu-central-1", "a");
        DriftReport second = cell(WHOLE.stacks().subList(1, 2), "eu-west-1", "b");

        DriftReport merged = new ReportParts(List.of(second, first)).whole();

        assertThat(merged.run().origin()).containsOnlyKeys("environment");
        assertThat(merged.run().selector()).isEqualTo("a | b");
        assertThat(merged.stacks()).hasSize(2);
        assertThat(new ReportParts(List.of(second, first)).bySubject()).hasSize(2);
    }

    @Test
    void versionsAreNotMixed() {
        RunFacts run = WHOLE.run();
        DriftReport other = new DriftReport(
                new RunFacts("x", run.startedAt(), run.finishedAt(), run.selector(), run.origin(), "9.9.9"),
                List.of(),
                List.of());

        assertThatThrownBy(() -> new ReportParts(List.of(WHOLE, other)).whole())
                .hasMessageContaining("different versions");
    }

    @Test
    void sharesOfTwoCommitsAreRefusedForNobodyMayHaveLookedAtWhatOnlyOneOfThemHas() {
        DriftReport first = ofCommit("a".repeat(40), share(WHOLE, new Shard(1, 2)));
        DriftReport second = ofCommit("b".repeat(40), share(WHOLE, new Shard(2, 2)));

        assertThatThrownBy(() -> new ReportParts(List.of(first, second)).whole())
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("The shares are of different commits")
                .hasMessageContaining("a".repeat(40) + ", " + "b".repeat(40));
    }

    private static DriftReport ofCommit(String commit, DriftReport report) {
        RunFacts run = report.run();
        Map<String, String> origin = Map.of("commit", commit);
        return new DriftReport(
                new RunFacts(run.id(), run.startedAt(), run.finishedAt(), run.selector(), origin, run.version()),
                report.stacks(),
                report.skipped());
    }

    private static DriftReport cell(List<StackReport> stacks, String region, String selector) {
        RunFacts run = WHOLE.run();
        Map<String, String> origin = Map.of("environment", "prod", "region", region);
        return new DriftReport(
                new RunFacts(region, run.startedAt(), run.finishedAt(), selector, origin, run.version()),
                stacks,
                List.of());
    }

    private static DriftReport share(DriftReport whole, Shard shard) {
        List<Stack> mine =
                shard.pick(whole.stacks().stream().map(StackReport::stack).toList());
        List<Stack> skipped =
                shard.pick(whole.skipped().stream().map(stack -> stack.stack()).toList());
        RunFacts run = whole.run();
        String selector = shard.equals(Shard.WHOLE) ? run.selector() : (run.selector() + " share " + shard).strip();
        return new DriftReport(
                new RunFacts("run-" + shard, run.startedAt(), run.finishedAt(), selector, run.origin(), run.version()),
                whole.stacks().stream()
                        .filter(stack -> mine.contains(stack.stack()))
                        .toList(),
                whole.skipped().stream()
                        .filter(stack -> skipped.contains(stack.stack()))
                        .toList());
    }

    private static DriftReport timeless(DriftReport report) {
        RunFacts run = report.run();
        return new DriftReport(
                new RunFacts("id", Instant.EPOCH, Instant.EPOCH, run.selector(), run.origin(), run.version()),
                report.stacks(),
                report.skipped());
    }
}
