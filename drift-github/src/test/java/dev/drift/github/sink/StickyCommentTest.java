package dev.drift.github.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.github.fake.FakeGitHub;
import dev.drift.github.fake.Reply;
import dev.drift.github.page.StickyPage;
import dev.drift.report.DriftReport;
import dev.drift.report.Verdict;
import dev.drift.sink.ReportSink;
import dev.drift.testing.ReportSinkContract;
import dev.drift.testing.Reports;
import dev.drift.testing.SampleReports;
import dev.drift.value.Value;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StickyCommentTest extends ReportSinkContract {

    private final FakeGitHub github = FakeGitHub.start();
    private final StickyComment sink = StickyComment.on(Peer.repository(github), 7, Peer.FOOTER);

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
        return github.comments().isEmpty()
                ? report.verdict() == Verdict.IN_SYNC
                : body(0).contains("report `" + report.run().id() + "`");
    }

    @Override
    protected boolean holdsAnything() {
        return !github.comments().isEmpty();
    }

    @Override
    protected Optional<ReportSink> unable() {
        return Optional.of(StickyComment.on(Peer.stranger(github), 7, Peer.FOOTER));
    }

    @Test
    void writesNothingThatSaysNothingNew() throws Exception {
        sink.deliver(Reports.drifted("run-1"));
        github.forgetRequests();

        sink.deliver(Reports.drifted("run-2"));

        assertThat(github.writes()).isEmpty();
        assertThat(github.requests()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void editsItsOneCommentInPlace() throws Exception {
        sink.deliver(Reports.drifted("run-1"));
        sink.deliver(SampleReports.everything());
        sink.deliver(Reports.drifted("run-3"));
        sink.deliver(Reports.inSync("run-4"));

        assertThat(github.comments()).hasSize(2);
        assertThat(body(0)).contains("IN SYNC");
        assertThat(body(1)).contains("environment:prod");
    }

    @Test
    void beginsNoneWhereNothingIsWrong() throws Exception {
        sink.deliver(Reports.inSync("run-1"));

        assertThat(github.writes()).isEmpty();
    }

    @Test
    void leavesCommentsOfOthersAloneThatBearItsMarker() throws Exception {
        String forged = StickyPage.of(Reports.drifted("run-1"), Peer.FOOTER).marker() + "\nmine";
        github.comment("mallory", forged);

        sink.deliver(Reports.drifted("run-1"));

        assertThat(github.comments()).hasSize(2);
        assertThat(body(0)).isEqualTo(forged);
    }

    @Test
    void findsItsCommentBehindManyOthers() throws Exception {
        for (int number = 0; number < 150; number++) {
            github.comment("someone", "comment " + number);
        }
        sink.deliver(Reports.drifted("run-1"));
        sink.deliver(Reports.inSync("run-2"));

        assertThat(github.comments()).hasSize(151);
        assertThat(body(150)).contains("IN SYNC");
    }

    @Test
    void commentsOnceAlthoughTheAnswerWasLost() throws Exception {
        github.losing("POST /repos");

        sink.deliver(Reports.drifted("run-1"));

        assertThat(github.comments()).hasSize(1);
    }

    @Test
    void commentsOnceMoreWhereNothingArrived() throws Exception {
        github.failing("POST /repos", Reply.refused(502, "Bad Gateway"));

        sink.deliver(Reports.drifted("run-1"));

        assertThat(github.comments()).hasSize(1);
    }

    @Test
    void namesThePermissionThatIsMissing() {
        github.failing("POST /repos", Reply.refused(403, "Resource not accessible by integration"));

        assertThatThrownBy(() -> sink.deliver(Reports.drifted("run-1")))
                .hasMessageContaining("Resource not accessible")
                .hasMessageEndingWith("; the job needs the permission pull-requests: write");
    }

    @Test
    void saysThatGitHubRefusesTheText() {
        github.failing("POST /repos", Reply.refused(422, "body is too long (maximum is 65536 characters)"));

        assertThatThrownBy(() -> sink.deliver(Reports.drifted("run-1"))).hasMessageContaining("body is too long");
    }

    @Test
    void fitsWhateverTheReport() throws Exception {
        sink.deliver(SampleReports.large(2_000, 30));

        assertThat(github.comments()).hasSize(1);
    }

    private String body(int index) {
        return Value.of(github.comments().get(index)).field("body").text().orElseThrow();
    }
}
