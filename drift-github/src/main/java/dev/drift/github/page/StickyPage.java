package dev.drift.github.page;

import static java.util.Objects.requireNonNull;

import dev.drift.preview.PreviewReport;
import dev.drift.report.DriftReport;
import dev.drift.report.RunFacts;
import java.util.Optional;

/**
 * A report as the one comment on a pull request that is edited in place.
 *
 * @param marker by which it is found again
 * @param body all of it, marker and footer included
 */
public record StickyPage(Marker marker, String body) {

    /** GitHub takes 65,536 characters. */
    private static final int BUDGET = 60_000;

    public StickyPage {
        requireNonNull(marker, "marker is null");
        requireNonNull(body, "body is null");
    }

    /** The comment for a report. */
    public static StickyPage of(DriftReport report, Footer footer) {
        String page = new DriftPage(report).whole(BUDGET);
        Marker marker = new Marker("report", Subject.of(report.run()).key(), Digest.of(page));
        return of(marker, page, footer, report.run());
    }

    /** The comment for a preview of a commit. A preview of another commit is something new, even if it says the same. */
    public static StickyPage of(PreviewReport preview, Optional<String> head, Footer footer) {
        String page = new PreviewPage(preview, head).whole(BUDGET);
        return of(
                new Marker("preview", Subject.ofPreview(preview.run()).key(), Digest.of(page)),
                page,
                footer,
                preview.run());
    }

    private static StickyPage of(Marker marker, String page, Footer footer, RunFacts run) {
        return new StickyPage(
                marker, marker + "\n" + page + footer.of(run) + "\nThis comment is kept up to date in its place.\n");
    }
}
