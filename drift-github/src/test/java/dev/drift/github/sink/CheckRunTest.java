package dev.drift.github.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.github.fake.FakeGitHub;
import dev.drift.github.fake.Reply;
import dev.drift.report.DriftReport;
import dev.drift.sink.ReportSink;
import dev.drift.testing.ReportSinkContract;
import dev.drift.testing.Reports;
import dev.drift.testing.SampleReports;
import dev.drift.value.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CheckRunTest extends ReportSinkContract {

    private static final Reply FORBIDDEN = Reply.refused(403, "Resource not accessible by integration");

    private final FakeGitHub github = FakeGitHub.start();
    private final CheckRun sink = CheckRun.on(Peer.repository(github), Peer.COMMIT, Path.of("/"), Peer.FOOTER);

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
        return github.checks().stream()
                .anyMatch(check ->
                        summary(check).contains("report `" + report.run().id() + "`"));
    }

    @Override
    protected boolean holdsAnything() {
        return !github.checks().isEmpty() || !github.statuses().isEmpty();
    }

    @Override
    protected Optional<ReportSink> unable() {
        return Optional.of(CheckRun.on(Peer.stranger(github), Peer.COMMIT, Path.of("/"), Peer.FOOTER));
    }

    @Test
    void showsVerdictTableFieldsAndWhereToLook() throws Exception {
        sink.deliver(Reports.drifted("run-1"));

        Value check = Value.of(github.checks().get(0));
        assertThat(check.field("head_sha")).isEqualTo(Value.of(Peer.COMMIT));
        assertThat(check.field("conclusion")).isEqualTo(Value.of("action_required"));
        assertThat(check.field("output").field("title")).isEqualTo(Value.of("1 of 1 stack drifted, 0 in sync"));
        assertThat(check.field("output").field("text").text().orElseThrow()).contains("`desired_count` | `1` | `3`");
        assertThat(check.field("annotations").items()).hasSize(1);
        assertThat(check.field("details_url").text()).isEqualTo(Peer.FOOTER.run());
    }

    @Test
    void writesNothingThatSaysNothingNew() throws Exception {
        sink.deliver(Reports.drifted("run-1"));
        github.forgetRequests();

        sink.deliver(Reports.drifted("run-2"));

        assertThat(github.writes()).isEmpty();
        assertThat(github.requests()).hasSize(1);
    }

    @Test
    void writesAnotherWhereTheResultMovesAndMovesBack() throws Exception {
        sink.deliver(Reports.drifted("run-1"));
        sink.deliver(Reports.inSync("run-2"));
        sink.deliver(Reports.drifted("run-3"));

        assertThat(github.checks())
                .extracting(check -> check.get("conclusion"))
                .containsExactly(Value.of("action_required"), Value.of("success"), Value.of("action_required"));
    }

    @Test
    void addsAnnotationsFiftyAtATimeAndCompletesWithTheLast() throws Exception {
        sink.deliver(SampleReports.large(120, 1));

        assertThat(github.checks()).hasSize(1);
        Value check = Value.of(github.checks().get(0));
        assertThat(check.field("annotations").items()).hasSize(120).doesNotHaveDuplicates();
        assertThat(check.field("status")).isEqualTo(Value.of("completed"));
        assertThat(github.requests()).hasSize(4);
    }

    @Test
    void isMadeAnewWhereItsAnnotationsWereCutShort() throws Exception {
        github.failing("PATCH", Reply.refused(502, "Bad Gateway"));
        assertThatThrownBy(() -> sink.deliver(SampleReports.large(120, 1))).hasMessageContaining("502");

        sink.deliver(SampleReports.large(120, 1));

        assertThat(github.checks()).hasSize(2);
        assertThat(Value.of(github.checks().get(1)).field("annotations").items())
                .hasSize(120);
    }

    @Test
    void isMadeOnceAlthoughTheAnswerWasLost() throws Exception {
        github.losing("POST");

        sink.deliver(SampleReports.large(60, 1));

        assertThat(github.checks()).hasSize(1);
        assertThat(Value.of(github.checks().get(0)).field("annotations").items())
                .hasSize(60);
    }

    @Test
    void saysTheVerdictAsAStatusWhereChecksAreForbidden() throws Exception {
        github.failing("GET", FORBIDDEN);
        sink.deliver(Reports.drifted("run-1"));
        github.failing("GET", FORBIDDEN);
        sink.deliver(Reports.drifted("run-2"));
        github.failing("POST", FORBIDDEN);
        sink.deliver(SampleReports.everything());

        assertThat(github.checks()).isEmpty();
        assertThat(github.statuses()).hasSize(2);
        assertThat(Value.of(github.statuses().get(1)).field("state")).isEqualTo(Value.of("failure"));
        assertThat(Value.of(github.statuses().get(0)).field("state")).isEqualTo(Value.of("error"));
    }

    @Test
    void namesThePermissionsWhereNothingIsAllowed() {
        List.of("GET", "GET", "POST").forEach(verb -> github.failing(verb, FORBIDDEN));

        assertThatThrownBy(() -> sink.deliver(Reports.drifted("run-1")))
                .hasMessageEndingWith("; the job needs the permission checks: write or statuses: write");
    }

    @Test
    void fitsWhateverTheReport() throws Exception {
        sink.deliver(SampleReports.large(3_000, 30));
        sink.deliver(SampleReports.hostile("A".repeat(70_000)));

        assertThat(github.checks()).hasSize(2);
    }

    private static String summary(Map<String, Value> check) {
        return Value.of(check).field("output").field("summary").text().orElse("");
    }
}
