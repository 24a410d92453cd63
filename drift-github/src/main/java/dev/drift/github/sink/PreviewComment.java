package dev.drift.github.sink;

import static java.util.Objects.requireNonNull;

import dev.drift.github.job.PullRequest;
import dev.drift.github.page.Footer;
import dev.drift.github.page.PreviewPage;
import dev.drift.github.page.StickyPage;
import dev.drift.preview.PreviewReport;
import dev.drift.sink.PreviewSink;
import dev.drift.sink.SinkException;
import java.util.Optional;

/**
 * Keeps one comment on a pull request that says what its newest previewed commit would do. It is found by its marker and its
 * author, and edited only if it says something new. Where no stack is concerned, and where no plan was made on purpose, none is
 * begun.
 */
public final class PreviewComment implements PreviewSink {

    private final Comments comments;
    private final Optional<String> head;
    private final Footer footer;

    private PreviewComment(Comments comments, Optional<String> head, Footer footer) {
        this.comments = comments;
        this.head = head;
        this.footer = requireNonNull(footer, "footer is null");
    }

    /** On a pull request. */
    public static PreviewComment on(Repository repository, PullRequest pull, Footer footer) {
        return new PreviewComment(new Comments(repository, pull.number()), Optional.of(pull.head()), footer);
    }

    @Override
    public String destination() {
        return comments.place().name();
    }

    @Override
    public void deliver(PreviewReport preview) throws SinkException {
        StickyPage page = StickyPage.of(preview, head, footer);
        boolean begins = new PreviewPage(preview, head).isWorthTelling();
        comments.place().take(() -> comments.say(page, begins));
    }
}
