package dev.drift.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.report.DriftReport;
import dev.drift.testing.Outcomes;
import dev.drift.testing.Reports;
import dev.drift.value.Json;
import dev.drift.value.Value;
import org.junit.jupiter.api.Test;

/** No form of a report is silent on what a waiver leaves alone. */
class WaivedDriftTest {

    private static final String SAID = "waived until 2026-12-31: capacity &lt;test&gt;, by anna";

    private final DriftReport report = Reports.of("run", Reports.checked("/web", Outcomes.waivedAt(3)));

    @Test
    void consoleNamesTheWaiver() {
        assertThat(ConsoleReport.PLAIN.render(report))
                .startsWith("IN SYNC")
                .contains(
                        "Waived until 2026-12-31: 1 field of 1 resource (/web aws_ecs_service.web): capacity <test>, by anna");
        assertThat(new ConsoleReport(false, 100, true).render(report))
                .containsSubsequence("Ignored\n", "aws_ecs_service.web", "      " + plain(), "desired_count  1 → 3");
    }

    @Test
    void markdownNamesTheWaiverInCode() {
        assertThat(MarkdownReport.COMMENT.render(report))
                .contains(
                        "- Waived until 2026-12-31: `1 field of 1 resource (/web aws_ecs_service.web): capacity <test>");
    }

    @Test
    void junitTellsOfItAndFailsNothing() {
        assertThat(JunitReport.render(report))
                .contains("failures=\"0\"", "<system-out>~ aws_ecs_service.web changed, " + SAID)
                .doesNotContain("<failure");
    }

    @Test
    void sarifSuppressesTheResult() throws Exception {
        Value result = Json.read(SarifReport.render(report))
                .field("runs")
                .items()
                .get(0)
                .field("results")
                .items()
                .get(0);

        assertThat(result.field("level")).isEqualTo(Value.of("note"));
        assertThat(result.field("message").field("text").text().orElseThrow())
                .startsWith("aws_ecs_service.web changed, " + plain() + ": desired_count");
        Value suppression = result.field("suppressions").items().get(0);
        assertThat(suppression.field("status")).isEqualTo(Value.of("accepted"));
        assertThat(suppression.field("justification")).isEqualTo(Value.of(plain()));
    }

    private static String plain() {
        return SAID.replace("&lt;", "<").replace("&gt;", ">");
    }
}
