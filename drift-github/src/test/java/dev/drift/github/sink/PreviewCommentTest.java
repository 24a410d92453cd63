package dev.drift.github.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.github.fake.FakeGitHub;
import dev.drift.github.fake.Reply;
import dev.drift.github.job.PullRequest;
import dev.drift.preview.ChangeMark;
import dev.drift.preview.PreviewReport;
import dev.drift.sink.PreviewSink;
import dev.drift.testing.PreviewSinkContract;
import dev.drift.testing.Reports;
import dev.drift.testing.SamplePreviews;
import dev.drift.value.Value;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PreviewCommentTest extends PreviewSinkContract {

    private static final String NEXT = "fedcba9876543210fedcba9876543210fedcba98";

    private final FakeGitHub github = FakeGitHub.start();
    private final PreviewComment sink = at(Peer.COMMIT);

    @AfterEach
    void stop() {
        github.close();
    }

    @Override
    protected PreviewSink sink() {
        return sink;
    }

    @Override
    protected boolean holds(PreviewReport preview) {
        return !github.comments().isEmpty()
                && body().contains(preview.refusal().isPresent() ? "REFUSED" : "**INCOMPLETE**")
                && body().contains("1 to delete") == preview.summary().destructive() > 0;
    }

    @Override
    protected boolean holdsAnything() {
        return !github.comments().isEmpty();
    }

    @Override
    protected Optional<PreviewSink> unable() {
        return Optional.of(PreviewComment.on(Peer.stranger(github), new PullRequest(7, Peer.COMMIT), Peer.FOOTER));
    }

    @Test
    void writesNothingThatSaysNothingNew() throws Exception {
        sink.deliver(SamplePreviews.scaling());
        github.forgetRequests();

        sink.deliver(SamplePreviews.scaling());

        assertThat(github.writes()).isEmpty();
        assertThat(github.requests()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void followsTheCommitsOfThePullRequestInItsPlace() throws Exception {
        sink.deliver(SamplePreviews.scaling());
        at(NEXT).deliver(SamplePreviews.scaling());

        assertThat(github.comments()).hasSize(1);
        assertThat(body()).contains("of `fedcba9`").doesNotContain("`0123456`");
    }

    @Test
    void standsBesideTheCommentOfDrift() throws Exception {
        StickyComment.on(Peer.repository(github), 7, Peer.FOOTER).deliver(Reports.drifted("run-1"));
        sink.deliver(SamplePreviews.scaling());

        assertThat(github.comments()).hasSize(2);
    }

    @Test
    void beginsNoneWhereNoStackIsConcernedOrNothingWasPlanned() throws Exception {
        sink.deliver(SamplePreviews.nothing());
        sink.deliver(SamplePreviews.refused());

        assertThat(github.writes()).isEmpty();
    }

    @Test
    void saysThatNothingIsLeftInTheCommentThatIsThere() throws Exception {
        sink.deliver(SamplePreviews.scaling());
        sink.deliver(SamplePreviews.nothing());

        assertThat(github.comments()).hasSize(1);
        assertThat(body()).contains("no stack that is there changes");
    }

    @Test
    void commentsOnceAlthoughTheAnswerWasLost() throws Exception {
        github.losing("POST /repos");

        sink.deliver(SamplePreviews.scaling());

        assertThat(github.comments()).hasSize(1);
    }

    @Test
    void namesThePermissionThatIsMissing() {
        github.readOnly();

        assertThatThrownBy(() -> sink.deliver(SamplePreviews.scaling()))
                .hasMessageEndingWith("; the job needs the permission pull-requests: write");
    }

    @Test
    void saysThatGitHubRefusesTheText() {
        github.failing("POST /repos", Reply.refused(422, "body is too long (maximum is 65536 characters)"));

        assertThatThrownBy(() -> sink.deliver(SamplePreviews.scaling())).hasMessageContaining("body is too long");
    }

    @Test
    void fitsWhateverTheText() throws Exception {
        sink.deliver(SamplePreviews.hostile("A".repeat(70_000)));
        sink.deliver(SamplePreviews.of(SamplePreviews.stack(
                "/stacks/web", SamplePreviews.planned(SamplePreviews.scaled(ChangeMark.OVERWRITES_LIVE_CHANGE)))));

        assertThat(body()).contains("overwrites what somebody changed live", "| `5` | `3` |", "| `1` | `5` |");
    }

    private PreviewComment at(String commit) {
        return PreviewComment.on(Peer.repository(github), new PullRequest(7, commit), Peer.FOOTER);
    }

    private String body() {
        return Value.of(github.comments().get(0)).field("body").text().orElseThrow();
    }
}
