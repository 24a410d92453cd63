package dev.drift.github.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.github.fake.FakeGitHub;
import dev.drift.github.fake.Reply;
import dev.drift.report.DriftReport;
import dev.drift.report.Verdict;
import dev.drift.sink.ReportSink;
import dev.drift.testing.Outcomes;
import dev.drift.testing.ReportSinkContract;
import dev.drift.testing.Reports;
import dev.drift.testing.SampleReports;
import dev.drift.value.Value;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StackIssuesTest extends ReportSinkContract {

    private final FakeGitHub github = FakeGitHub.start();
    private final StackIssues sink = StackIssues.in(Peer.repository(github), Peer.FOOTER);

    @AfterEach
    void stop() {
        github.close();
    }

    @Override
    protected ReportSink sink() {
        return sink;
    }

    @Override
    protected boolean holds(DriftReport report) {
        List<Value> open = open();
        return open.size() == report.withOutcome(Verdict.DRIFTED).size()
                && open.stream()
                        .allMatch(issue ->
                                body(issue).contains("report `" + report.run().id() + "`"));
    }

    @Override
    protected boolean holdsAnything() {
        return !github.issues().isEmpty();
    }

    @Override
    protected Optional<ReportSink> unable() {
        return Optional.of(StackIssues.in(Peer.stranger(github), Peer.FOOTER));
    }

    @Test
    void opensOneForEachDriftedStackAndNoneForTheUnknown() throws Exception {
        sink.deliver(SampleReports.everything());

        assertThat(open()).hasSize(3).allSatisfy(issue -> {
            assertThat(issue.field("title").text().orElseThrow()).startsWith("Drift: /stacks/prod/");
            assertThat(issue.field("labels").items()).hasSize(1);
        });
    }

    @Test
    void writesNothingWhileTheDriftIsTheSame() throws Exception {
        sink.deliver(Reports.drifted("run-1"));
        github.forgetRequests();

        sink.deliver(Reports.drifted("run-2"));

        assertThat(github.writes()).isEmpty();
    }

    @Test
    void editsItWhereTheFingerprintMovesAndKeepsTheLabelsOfPeople() throws Exception {
        sink.deliver(Reports.drifted("run-1"));
        Value labels = Value.of(List.of(label("drift"), label("team-web")));
        github.setIssue(0, "labels", labels);

        sink.deliver(Reports.of("run-2", Reports.checked("/stacks/web", Outcomes.scaledTo(5))));

        assertThat(github.issues()).hasSize(1);
        assertThat(body(open().get(0))).contains("| `5` |");
        assertThat(open().get(0).field("labels")).isEqualTo(labels);
    }

    @Test
    void closesItOnlyAfterACompleteCheckInSync() throws Exception {
        sink.deliver(Reports.drifted("run-1"));

        sink.deliver(Reports.of("run-2", Reports.checked("/stacks/web", Outcomes.unknown("throttled"))));
        sink.deliver(Reports.of("run-3", Reports.checked("/stacks/other", Outcomes.inSync())));
        assertThat(open()).hasSize(1);

        sink.deliver(Reports.inSync("run-4"));
        assertThat(open()).isEmpty();
        assertThat(issue(0).field("state_reason")).isEqualTo(Value.of("completed"));
    }

    @Test
    void saysThatItIsClosedBecauseTheDriftIsWaivedAndNotPutRight() throws Exception {
        sink.deliver(Reports.drifted("run-1"));
        String before = body(issue(0));

        sink.deliver(Reports.of("run-2", Reports.checked("/stacks/web", Outcomes.waivedAt(3))));

        assertThat(open()).isEmpty();
        assertThat(body(issue(0)))
                .startsWith(before)
                .contains(
                        "what drifted is waived",
                        "`aws_ecs_service.web waived until 2026-12-31: capacity <test>, by anna`");
    }

    @Test
    void opensTheOldOneAgainIfItDriftsSoonAfter() throws Exception {
        sink.deliver(Reports.drifted("run-1"));
        sink.deliver(Reports.inSync("run-2"));
        github.setIssue(
                0, "closed_at", Value.of(Reports.FINISHED.minusSeconds(3600).toString()));

        sink.deliver(Reports.of("run-3", Reports.checked("/stacks/web", Outcomes.scaledTo(5))));

        assertThat(github.issues()).hasSize(1);
        assertThat(body(open().get(0))).contains("| `5` |");
    }

    @Test
    void opensANewOneLongAfter() throws Exception {
        sink.deliver(Reports.drifted("run-1"));
        sink.deliver(Reports.inSync("run-2"));
        github.setIssue(0, "closed_at", Value.of("2025-01-01T00:00:00Z"));

        sink.deliver(Reports.drifted("run-3"));

        assertThat(github.issues()).hasSize(2);
    }

    @Test
    void respectsThatSomebodyDoesNotPlanToDoAnythingAboutThisDrift() throws Exception {
        sink.deliver(Reports.drifted("run-1"));
        github.setIssue(0, "state", Value.of("closed"));
        github.setIssue(0, "state_reason", Value.of("not_planned"));
        github.setIssue(0, "closed_at", Value.of(Reports.FINISHED.toString()));

        sink.deliver(Reports.drifted("run-2"));
        assertThat(open()).isEmpty();

        sink.deliver(Reports.of("run-3", Reports.checked("/stacks/web", Outcomes.scaledTo(5))));
        assertThat(open()).hasSize(1);
    }

    @Test
    void leavesIssuesOfOthersAlone() throws Exception {
        sink.deliver(Reports.drifted("run-1"));
        github.setIssue(0, "user", Value.of(java.util.Map.of("login", Value.of("mallory"))));

        sink.deliver(Reports.inSync("run-2"));

        assertThat(open()).hasSize(1);
    }

    @Test
    void namesInOneIssueWhatIsTooMuchForIssuesOfItsOwn() throws Exception {
        StackIssues few = sink.atMost(3);

        few.deliver(SampleReports.large(10, 1));
        github.forgetRequests();
        few.deliver(SampleReports.large(10, 1));

        assertThat(open()).hasSize(4);
        assertThat(open().get(3).field("title")).isEqualTo(Value.of("Drift: 7 more stacks"));
        assertThat(github.writes()).isEmpty();
    }

    @Test
    void closesTheIssueOfTheRestWhenNothingIsLeft() throws Exception {
        StackIssues none = sink.atMost(0);
        none.deliver(Reports.drifted("run-1"));
        assertThat(open()).hasSize(1);

        none.deliver(Reports.inSync("run-2"));

        assertThat(open()).isEmpty();
    }

    @Test
    void isOpenedOnceAlthoughTheAnswerWasLost() throws Exception {
        github.losing("POST /repos");

        sink.deliver(Reports.drifted("run-1"));

        assertThat(github.issues()).hasSize(1);
    }

    @Test
    void asksSixTimesAndOnceForEachStackThatChanged() throws Exception {
        sink.deliver(SampleReports.large(20, 1));

        assertThat(github.requests()).hasSizeLessThanOrEqualTo(26);
    }

    @Test
    void saysThatIssuesAreSwitchedOff() {
        github.failing("GET", Reply.refused(410, "Issues are disabled for this repo"));

        assertThatThrownBy(() -> sink.deliver(Reports.drifted("run-1"))).hasMessageContaining("Issues are disabled");
    }

    private List<Value> open() {
        return github.issues().stream()
                .map(Value::of)
                .filter(issue -> issue.field("state").equals(Value.of("open")))
                .toList();
    }

    private Value issue(int index) {
        return Value.of(github.issues().get(index));
    }

    private static String body(Value issue) {
        return issue.field("body").text().orElse("");
    }

    private static Value label(String name) {
        return Value.of(java.util.Map.of("name", Value.of(name)));
    }
}
