package dev.drift.github.sink;

import static java.util.Objects.requireNonNull;

import dev.drift.github.page.Marker;
import dev.drift.github.page.StickyPage;
import dev.drift.github.wire.GitHubException;
import dev.drift.github.wire.GitHubFault;
import dev.drift.github.wire.GitHubWire;
import dev.drift.value.Value;
import java.util.Optional;

/** The comments on a pull request. Ours are found by their marker and their author, and edited only if they say something new. */
final class Comments {

    private static final int MOST_PAGES = 10;

    private final Repository repository;
    private final String number;
    private final Place place;

    Comments(Repository repository, int number) {
        this.repository = requireNonNull(repository, "repository is null");
        this.number = String.valueOf(number);
        this.place = new Place("GitHub comment on pull request " + number, "pull-requests: write");
    }

    Place place() {
        return place;
    }

    /** Says it in our comment of that marker; where there is none, one is begun only if that is wanted. */
    void say(StickyPage page, boolean begins) throws GitHubException {
        Value body = Fields.of("body", page.body()).value();
        Optional<Value> own = own(page.marker());
        if (own.isPresent()) {
            if (!marker(own.get()).equals(Optional.of(page.marker()))) {
                repository.patch(
                        body, "issues", "comments", String.valueOf(own.get().field("id")));
            }
        } else if (begins) {
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
