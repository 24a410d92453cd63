package dev.drift.github.sink;

import static java.util.Objects.requireNonNull;

import dev.drift.github.page.Footer;
import dev.drift.github.page.Marker;
import dev.drift.github.page.StickyPage;
import dev.drift.github.wire.GitHubException;
import dev.drift.github.wire.GitHubFault;
import dev.drift.github.wire.GitHubWire;
import dev.drift.report.DriftReport;
import dev.drift.report.Verdict;
import dev.drift.value.Value;
import java.util.Optional;

/**
 * Keeps one comment on a pull request up to date. It is found by its marker and its author, and edited only if it says something
 * new. Where nothing is wrong, none is begun.
 */
public final class StickyComment extends GitHubSink {

    private static final int MOST_PAGES = 10;

    private final Repository repository;
    private final String number;
    private final Footer footer;

    private StickyComment(Repository repository, int number, Footer footer) {
        super("GitHub comment on pull request " + number, "pull-requests: write");
        this.repository = requireNonNull(repository, "repository is null");
        this.number = String.valueOf(number);
        this.footer = requireNonNull(footer, "footer is null");
    }

    /** On the pull request of that number. */
    public static StickyComment on(Repository repository, int number, Footer footer) {
        return new StickyComment(repository, number, footer);
    }

    @Override
    void write(DriftReport report) throws GitHubException {
        StickyPage page = StickyPage.of(report, footer);
        Value body = Fields.of("body", page.body()).value();
        Optional<Value> own = own(page.marker());
        if (own.isPresent()) {
            if (!marker(own.get()).equals(Optional.of(page.marker()))) {
                repository.patch(
                        body, "issues", "comments", String.valueOf(own.get().field("id")));
            }
        } else if (report.verdict() != Verdict.IN_SYNC) {
            Making.once(() -> repository.post(body, "issues", number, "comments"), () -> own(page.marker()));
        }
    }

    private Optional<Value> own(Marker marker) throws GitHubException {
        GitHubWire.Pages pages = repository.list(repository.reading("issues", number, "comments"), MOST_PAGES);
        for (Value comment : pages.items()) {
            if (marker(comment).filter(marker::marksSameAs).isPresent() && repository.isSelf(comment.field("user"))) {
                return Optional.of(comment);
            }
        }
        if (!pages.whole()) {
            throw new GitHubException(
                    GitHubFault.REFUSED,
                    "Pull request " + number + " has more than " + MOST_PAGES * 100
                            + " comments, too many to look through",
                    false);
        }
        return Optional.empty();
    }

    private static Optional<Marker> marker(Value comment) {
        return comment.field("body").text().flatMap(Marker::in);
    }
}
