package dev.drift.github.sink;

import dev.drift.github.page.Marker;
import dev.drift.github.wire.GitHubException;
import dev.drift.github.wire.GitHubRequest;
import dev.drift.github.wire.GitHubWire;
import dev.drift.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Issues that we opened, by the key of their marker; the first of a key counts.
 *
 * @param byKey the issues as GitHub describes them
 * @param whole whether all there are were seen
 */
record OwnIssues(Map<String, Value> byKey, boolean whole) {

    /** The label by which they are found. */
    static final String LABEL = "drift";

    private static final int MOST_PAGES = 10;

    static OwnIssues open(Repository repository) throws GitHubException {
        return read(repository, listed(repository, "open"), MOST_PAGES);
    }

    /** The hundred that were touched last. */
    static OwnIssues lastClosed(Repository repository) throws GitHubException {
        return read(
                repository, listed(repository, "closed").with("sort", "updated").with("direction", "desc"), 1);
    }

    static Marker marker(Value issue) {
        return issue.field("body").text().flatMap(Marker::in).orElse(new Marker("", "", ""));
    }

    private static GitHubRequest listed(Repository repository, String state) {
        return repository.reading("issues").with("labels", LABEL).with("state", state);
    }

    private static OwnIssues read(Repository repository, GitHubRequest request, int mostPages) throws GitHubException {
        GitHubWire.Pages pages = repository.list(request, mostPages);
        Map<String, Value> own = new LinkedHashMap<>();
        for (Value issue : pages.items()) {
            boolean isIssue = issue.field("pull_request").isNull();
            String key = marker(issue).key();
            if (isIssue && !key.isEmpty() && repository.isSelf(issue.field("user"))) {
                own.putIfAbsent(key, issue);
            }
        }
        return new OwnIssues(own, pages.whole());
    }
}
