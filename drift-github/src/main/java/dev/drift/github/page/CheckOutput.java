package dev.drift.github.page;

import static java.util.Objects.requireNonNull;

import dev.drift.preview.PreviewReport;
import dev.drift.report.DriftReport;
import dev.drift.report.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A report as a check run shows it.
 *
 * @param subject what it is about, which names the check
 * @param conclusion what it comes to, in GitHub's word
 * @param title the counts
 * @param summary the verdict and the table
 * @param text the fields
 * @param annotations what stands beside the code
 */
public record CheckOutput(
        Subject subject, String conclusion, String title, String summary, String text, List<Annotation> annotations) {

    /** GitHub takes 65,535 characters in each of the two texts. */
    private static final int BUDGET = 64_000;

    public CheckOutput {
        requireNonNull(subject, "subject is null");
        requireNonNull(conclusion, "conclusion is null");
        requireNonNull(title, "title is null");
        requireNonNull(summary, "summary is null");
        requireNonNull(text, "text is null");
        annotations = List.copyOf(annotations);
    }

    /** The check of a report over a checkout. */
    public static CheckOutput of(DriftReport report, Path workspace, Footer footer) {
        DriftPage page = new DriftPage(report);
        return new CheckOutput(
                Subject.of(report.run()),
                conclusion(report),
                page.title(),
                page.overview(BUDGET - 1_000) + footer.of(report.run()),
                page.details(BUDGET),
                Annotation.of(report, workspace));
    }

    /** The check of a preview of a commit, over a checkout. */
    public static CheckOutput of(PreviewReport preview, Optional<String> head, Path workspace, Footer footer) {
        PreviewPage page = new PreviewPage(preview, head);
        return new CheckOutput(
                Subject.ofPreview(preview.run()),
                switch (preview.verdict()) {
                    case DONE -> "success";
                    case FAILED, INCOMPLETE -> "failure";
                    case REFUSED -> "neutral";
                },
                page.title(),
                page.overview(BUDGET - 1_000) + footer.of(preview.run()),
                page.details(BUDGET),
                Annotation.of(preview, workspace));
    }

    /** What says the same for the same preview, whatever the run. */
    public static String state(PreviewReport preview) {
        PreviewPage page = new PreviewPage(preview, Optional.empty());
        return Digest.of(preview.verdict().word() + page.overview(BUDGET - 1_000) + page.details(BUDGET));
    }

    /** What says the same for the same findings, whatever the run. */
    public static String state(DriftReport report) {
        DriftPage page = new DriftPage(report);
        return Digest.of(conclusion(report) + page.overview(BUDGET - 1_000) + page.details(BUDGET));
    }

    private static String conclusion(DriftReport report) {
        if (report.summary().selected() == 0) {
            return "neutral";
        }
        if (report.verdict() == Verdict.DRIFTED) {
            return "action_required";
        }
        return report.verdict() == Verdict.IN_SYNC ? "success" : "failure";
    }
}
