package dev.drift.github.sink;

import static java.util.Objects.requireNonNull;

import dev.drift.github.page.Footer;
import dev.drift.github.page.StickyPage;
import dev.drift.report.DriftReport;
import dev.drift.report.Verdict;
import dev.drift.sink.ReportSink;
import dev.drift.sink.SinkException;

/**
 * Keeps one comment on a pull request up to date. It is found by its marker and its author, and edited only if it says something
 * new. Where nothing is wrong, none is begun.
 */
public final class StickyComment implements ReportSink {

    private final Comments comments;
    private final Footer footer;

    private StickyComment(Comments comments, Footer footer) {
        this.comments = comments;
        this.footer = requireNonNull(footer, "footer is null");
    }

    /** On the pull request of that number. */
    public static StickyComment on(Repository repository, int number, Footer footer) {
        return new StickyComment(new Comments(repository, number), footer);
    }

    @Override
    public String destination() {
        return comments.place().name();
    }

    @Override
    public void deliver(DriftReport report) throws SinkException {
        StickyPage page = StickyPage.of(report, footer);
        comments.place().take(() -> comments.say(page, report.verdict() != Verdict.IN_SYNC));
    }
}
