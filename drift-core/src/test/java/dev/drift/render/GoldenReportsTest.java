package dev.drift.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.testing.Golden;
import dev.drift.testing.SampleReports;
import org.junit.jupiter.api.Test;

class GoldenReportsTest {

    @Test
    void consoleSaysTheVerdictFirstAndTheRestInOrder() {
        Golden.check("render/console.txt", ConsoleReport.PLAIN.render(SampleReports.everything()));
    }

    @Test
    void consoleShowsEverythingWhenVerbose() {
        Golden.check(
                "render/console-verbose.txt", new ConsoleReport(false, 100, true).render(SampleReports.everything()));
    }

    @Test
    void consoleFitsANarrowTerminal() {
        String narrow = new ConsoleReport(false, 60, false).render(SampleReports.everything());

        Golden.check("render/console-narrow.txt", narrow);
        assertThat(narrow.lines().filter(line -> line.startsWith("      ")))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(90));
    }

    @Test
    void consoleOfAnEstateInSyncIsShort() {
        Golden.check("render/console-in-sync.txt", ConsoleReport.PLAIN.render(SampleReports.inSync()));
    }

    @Test
    void coloursAddNothingButColours() {
        String coloured = new ConsoleReport(true, 100, false).render(SampleReports.everything());

        assertThat(coloured).contains("\u001b[1;33mUNKNOWN\u001b[0m");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]+m", ""))
                .isEqualTo(ConsoleReport.PLAIN.render(SampleReports.everything()));
    }

    @Test
    void markdownIsWhatGithubShows() {
        Golden.check("render/report.md", MarkdownReport.COMMENT.render(SampleReports.everything()));
    }

    @Test
    void junitHasACaseForEachStack() {
        Golden.check("render/junit.xml", JunitReport.render(SampleReports.everything()));
    }

    @Test
    void sarifHasAResultForEachResourceAndUnknownStack() {
        Golden.check("render/report.sarif", SarifReport.render(SampleReports.everything()));
    }
}
