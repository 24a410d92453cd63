package dev.drift.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.estate.Cell;
import dev.drift.report.Verdict;
import dev.drift.stack.StackPath;
import dev.drift.testing.Reports;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AlertPageTest {

    @Test
    void saysHowMuchDidNotFit() {
        Alert alert = alert(500, "reason");
        for (int most : new int[] {100, 1000, 5000}) {
            List<String> lines = new AlertPage(words -> words, most).lines(alert);

            assertThat(String.join("\n", lines)).hasSizeLessThanOrEqualTo(most);
            int more = 500 - (lines.size() - 1);
            assertThat(lines.get(lines.size() - 1)).isEqualTo("and " + more + " more stacks");
        }
        assertThat(new AlertPage(words -> words, 100_000).lines(alert)).hasSize(500);
    }

    @Test
    void wordsOfStrangersStayOnTheirLineAndPassTheReceiversHands() {
        List<String> lines = new AlertPage(words -> "<" + words + ">", 2000)
                .lines(alert(1, "first\nsecond\u202e " + "x".repeat(900)));

        assertThat(lines)
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("new unknown </s0> <first\\nsecond\\u202e x")
                        .endsWith(">")
                        .hasSizeLessThan(400)
                        .contains("…"));
    }

    private static Alert alert(int stacks, String about) {
        return new Alert(
                "eu",
                Reports.run("run"),
                IntStream.range(0, stacks)
                        .mapToObj(number -> new AlertItem(
                                StackPath.of("/s" + number),
                                Cell.UNASSIGNED,
                                Change.NEW,
                                Verdict.UNKNOWN,
                                Optional.empty(),
                                about))
                        .toList(),
                stacks,
                Map.of());
    }
}
