package dev.drift.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.catalog.SkippedStack;
import dev.drift.estate.MaintenanceWindows;
import dev.drift.report.DriftReport;
import dev.drift.report.StackReport;
import dev.drift.testing.Outcomes;
import dev.drift.testing.Reports;
import dev.drift.testing.Stacks;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosedWindowsTest {

    private static final SkippedStack CLOSED = new SkippedStack(
            Stacks.stack("/stacks/web", "environment/prod", "region/eu-west-1"),
            MaintenanceWindows.REASON + "closed since \"0 6 * * *\" for 1h");
    private static final SkippedStack OTHER = new SkippedStack(Stacks.stack("/stacks/other"), "not selected");

    @Test
    void ofEveryCellThatWasNotLookedAtTheReportSaysWhy() {
        DriftReport report = report(List.of(CLOSED, OTHER), Reports.checked("/stacks/api", Outcomes.inSync()));

        for (ReportFormat format : List.of(ReportFormat.CONSOLE, ReportFormat.MARKDOWN)) {
            assertThat(format.render(report).replaceAll("[`\\s]+", " "))
                    .contains("Not looked at: 1 stack of prod/eu-west-1, maintenance window: closed since");
        }
    }

    @Test
    void nobodySaysThatNothingWasSelectedWhereWindowsAreClosed() {
        assertThat(Headline.sentence(report(List.of(CLOSED))))
                .isEqualTo(
                        "maintenance windows are closed for every stack that was selected, so nothing was looked at");
        assertThat(Headline.sentence(report(List.of(OTHER))))
                .isEqualTo("no stack was selected, so nothing was looked at");
    }

    private static DriftReport report(List<SkippedStack> skipped, StackReport... looked) {
        return new DriftReport(Reports.of("run", looked).run(), List.of(looked), skipped);
    }
}
