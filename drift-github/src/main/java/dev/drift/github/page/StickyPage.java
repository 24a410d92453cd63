package dev.drift.github.page;

import static java.util.Objects.requireNonNull;

import dev.drift.report.DriftReport;

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
        return new StickyPage(
                marker,
                marker + "\n" + page + footer.of(report.run()) + "\nThis comment is kept up to date in its place.\n");
    }
}
