package dev.drift.github.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.report.DriftReport;
import dev.drift.report.StackReport;
import dev.drift.report.Verdict;
import dev.drift.testing.Golden;
import dev.drift.testing.Provisions;
import dev.drift.testing.SamplePreviews;
import dev.drift.testing.SampleReports;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What GitHub shows, in files that people read. */
class PageGoldenTest {

    private static final Footer FOOTER = new Footer(Optional.of("https://github.com/acme/infra/actions/runs/42"));
    private static final DriftReport EVERYTHING = SampleReports.everything();

    @Test
    void comment() {
        Golden.check("comment.md", StickyPage.of(EVERYTHING, FOOTER).body());
    }

    @Test
    void commentWhereEverythingIsInSync() {
        Golden.check(
                "comment-in-sync.md",
                StickyPage.of(SampleReports.inSync(), FOOTER).body());
    }

    @Test
    void issue() {
        StackReport worst = EVERYTHING.withOutcome(Verdict.DRIFTED).stream()
                .max(java.util.Comparator.comparing(stack -> stack.severity().orElseThrow()))
                .orElseThrow();
        IssuePage issue = IssuePage.of(worst, EVERYTHING.run(), FOOTER);

        Golden.check("issue.md", issue.title() + "\n\n" + issue.body());
    }

    @Test
    void preview() {
        Golden.check(
                "preview.md",
                StickyPage.of(
                                SamplePreviews.everything(),
                                Optional.of("0123456789abcdef0123456789abcdef01234567"),
                                FOOTER)
                        .body());
        Golden.check("preview-refused.md", new PreviewPage(SamplePreviews.refused(), Optional.empty()).whole(60_000));
    }

    @Test
    void provision() {
        Golden.check("provision.md", new ProvisionPage(Provisions.full()).whole(60_000));
    }

    @Test
    void check() {
        CheckOutput check = CheckOutput.of(EVERYTHING, Path.of("/"), FOOTER);

        Golden.check(
                "check.md",
                check.subject().name() + "\n" + check.conclusion() + "\n" + check.title() + "\n\n" + check.summary()
                        + "\n" + check.text());
        Golden.check("commands.txt", String.join("\n", WorkflowCommands.of(check.annotations())) + "\n");
        assertThat(check.title()).hasSizeLessThanOrEqualTo(80);
    }
}
