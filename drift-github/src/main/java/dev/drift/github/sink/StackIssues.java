package dev.drift.github.sink;

import static java.util.Objects.requireNonNull;

import dev.drift.github.page.DriftPage;
import dev.drift.github.page.Footer;
import dev.drift.github.page.IssuePage;
import dev.drift.github.wire.GitHubException;
import dev.drift.github.wire.GitHubFault;
import dev.drift.report.DriftReport;
import dev.drift.report.StackReport;
import dev.drift.report.Verdict;
import dev.drift.sink.ReportSink;
import dev.drift.sink.SinkException;
import dev.drift.value.Value;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps an issue for each drifted stack: opened with the drift, edited only if its fingerprint moves, closed after a complete
 * check that found the stack in sync, and opened again if it drifts soon after. Labels, assignees and comments of people are
 * never touched, and an issue that somebody closed as not planned stays closed while the drift is the same. Beyond a number of
 * open issues one more names the rest.
 */
public final class StackIssues implements ReportSink {

    /** How many stacks have an issue of their own at the same time. */
    public static final int MOST = 50;

    private static final Duration SOON = Duration.ofDays(14);

    private final Place place = new Place("GitHub issues", "issues: write");
    private final Repository repository;
    private final Footer footer;
    private final int most;

    private StackIssues(Repository repository, Footer footer, int most) {
        this.repository = requireNonNull(repository, "repository is null");
        this.footer = requireNonNull(footer, "footer is null");
        this.most = most;
    }

    /** In a repository, at most {@value #MOST} for stacks. */
    public static StackIssues in(Repository repository, Footer footer) {
        return new StackIssues(repository, footer, MOST);
    }

    /** The same with another bound. */
    StackIssues atMost(int stacks) {
        return new StackIssues(repository, footer, stacks);
    }

    @Override
    public String destination() {
        return place.name();
    }

    @Override
    public void deliver(DriftReport report) throws SinkException {
        place.take(() -> write(report));
    }

    private void write(DriftReport report) throws GitHubException {
        OwnIssues open = OwnIssues.open(repository);
        if (!open.whole()) {
            throw new GitHubException(
                    GitHubFault.REFUSED,
                    "There are more open issues with the label drift than can be looked through",
                    false);
        }
        close(report, open);
        List<IssuePage> fresh = new ArrayList<>();
        for (IssuePage page : wanted(report, open)) {
            Optional<Value> issue =
                    Optional.ofNullable(open.byKey().get(page.marker().key()));
            if (issue.isEmpty()) {
                fresh.add(page);
            } else if (!OwnIssues.marker(issue.get()).equals(page.marker())) {
                edit(issue.get(), content(page));
            }
        }
        if (!fresh.isEmpty()) {
            open(fresh, OwnIssues.lastClosed(repository), report.run().finishedAt());
        }
    }

    /** What is open for a stack that is in sync now; a stack that is unknown or was not looked at keeps its issue. */
    private void close(DriftReport report, OwnIssues open) throws GitHubException {
        for (StackReport stack : report.withOutcome(Verdict.IN_SYNC)) {
            Optional<Value> issue = Optional.ofNullable(
                    open.byKey().get(IssuePage.key(stack.stack().path())));
            if (issue.isPresent()) {
                String body = issue.get().field("body").text().orElse("");
                edit(issue.get(), closed().and("body", IssuePage.closing(body, stack)));
            }
        }
        Optional<Value> overflow = Optional.ofNullable(open.byKey().get(IssuePage.overflowKey(report.run())));
        boolean complete = report.summary().unknown() == 0;
        if (overflow.isPresent() && complete && withoutIssue(report, open).isEmpty()) {
            edit(overflow.get(), closed());
        }
    }

    private static Fields closed() {
        return Fields.of("state", "closed").and("state_reason", "completed");
    }

    private List<IssuePage> wanted(DriftReport report, OwnIssues open) {
        List<StackReport> without = withoutIssue(report, open);
        List<IssuePage> pages = new ArrayList<>(drifted(report).stream()
                .filter(stack -> !without.contains(stack))
                .map(stack -> IssuePage.of(stack, report.run(), footer))
                .toList());
        if (!without.isEmpty()) {
            pages.add(IssuePage.overflow(without, report.run(), footer));
        }
        return pages;
    }

    /** The drifted stacks for which there is no room: those that have an issue keep it, then the worst come first. */
    private List<StackReport> withoutIssue(DriftReport report, OwnIssues open) {
        List<StackReport> fresh = drifted(report).stream()
                .filter(stack ->
                        !open.byKey().containsKey(IssuePage.key(stack.stack().path())))
                .toList();
        long kept = drifted(report).size() - (long) fresh.size();
        return fresh.stream().skip(Math.max(0, most - kept)).toList();
    }

    private static List<StackReport> drifted(DriftReport report) {
        return new DriftPage(report)
                .troubled().stream()
                        .filter(stack -> stack.verdict() == Verdict.DRIFTED)
                        .toList();
    }

    private void open(List<IssuePage> fresh, OwnIssues closed, Instant now) throws GitHubException {
        for (IssuePage page : fresh) {
            Optional<Value> former =
                    Optional.ofNullable(closed.byKey().get(page.marker().key()));
            if (former.isPresent() && isDecided(former.get(), page)) {
                continue;
            }
            if (former.isPresent() && isRecent(former.get(), now)) {
                edit(former.get(), content(page).and("state", "open").and("state_reason", "reopened"));
            } else {
                Making.once(
                        () -> repository.post(
                                content(page)
                                        .and("labels", List.of(Value.of(OwnIssues.LABEL)))
                                        .value(),
                                "issues"),
                        () -> Optional.ofNullable(OwnIssues.open(repository)
                                .byKey()
                                .get(page.marker().key())));
            }
        }
    }

    /** Somebody said that nothing is to be done about exactly this. */
    private static boolean isDecided(Value issue, IssuePage page) {
        return issue.field("state_reason").equals(Value.of("not_planned"))
                && OwnIssues.marker(issue).equals(page.marker());
    }

    private static boolean isRecent(Value issue, Instant now) {
        try {
            return issue.field("closed_at")
                    .text()
                    .map(Instant::parse)
                    .filter(closed -> closed.isAfter(now.minus(SOON)))
                    .isPresent();
        } catch (DateTimeException noTime) {
            return false;
        }
    }

    private void edit(Value issue, Fields fields) throws GitHubException {
        repository.patch(fields.value(), "issues", String.valueOf(issue.field("number")));
    }

    private static Fields content(IssuePage page) {
        return Fields.of("title", page.title()).and("body", page.body());
    }
}
