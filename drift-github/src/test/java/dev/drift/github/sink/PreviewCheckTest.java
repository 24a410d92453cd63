package dev.drift.github.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.github.fake.FakeGitHub;
import dev.drift.preview.PreviewReport;
import dev.drift.sink.PreviewSink;
import dev.drift.testing.PreviewSinkContract;
import dev.drift.testing.SamplePreviews;
import dev.drift.value.Value;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PreviewCheckTest extends PreviewSinkContract {

    private final FakeGitHub github = FakeGitHub.start();
    private final PreviewCheck sink = PreviewCheck.on(Peer.repository(github), Peer.COMMIT, Path.of("/"), Peer.FOOTER);

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
        String wanted = preview.verdict().word();
        return github.checks().stream()
                .anyMatch(check -> Value.of(check)
                        .field("output")
                        .field("summary")
                        .text()
                        .orElse("")
                        .toLowerCase(java.util.Locale.ROOT)
                        .contains("**" + wanted + "**"));
    }

    @Override
    protected boolean holdsAnything() {
        return !github.checks().isEmpty() || !github.statuses().isEmpty();
    }

    @Override
    protected Optional<PreviewSink> unable() {
        return Optional.of(PreviewCheck.on(Peer.stranger(github), Peer.COMMIT, Path.of("/"), Peer.FOOTER));
    }

    @Test
    void showsBesideTheCodeWhatIsWrongWithIt() throws Exception {
        sink.deliver(SamplePreviews.everything());

        Value check = check(0);
        assertThat(check.field("name")).isEqualTo(Value.of("drift preview / environment:prod"));
        assertThat(check.field("conclusion")).isEqualTo(Value.of("failure"));
        assertThat(check.field("annotations").items())
                .extracting(each -> each.field("path") + ":" + each.field("start_line") + " "
                        + each.field("annotation_level") + " " + each.field("title"))
                .containsExactlyInAnyOrder(
                        "stacks/prod/eu-west-1/edge/main.tf:12 failure Unsupported argument",
                        "stacks/prod/mail/main.tf:1 warning Not formatted",
                        "stacks/prod/mail/vars.tf:1 warning Not formatted",
                        check.field("annotations").items().stream()
                                .filter(each -> each.field("title").toString().endsWith("could not be planned"))
                                .map(each -> each.field("path")
                                        + ":1 failure /stacks/prod/eu-west-1/queues could not be planned")
                                .findFirst()
                                .orElseThrow());
    }

    @Test
    void isASuccessWhereEverythingWasPlannedAndNeutralWhereNothingWasOnPurpose() throws Exception {
        sink.deliver(SamplePreviews.scaling());
        sink.deliver(SamplePreviews.refused());

        assertThat(check(0).field("conclusion")).isEqualTo(Value.of("success"));
        assertThat(check(1).field("conclusion")).isEqualTo(Value.of("neutral"));
    }

    @Test
    void writesNothingThatSaysNothingNew() throws Exception {
        sink.deliver(SamplePreviews.everything());
        github.forgetRequests();

        sink.deliver(SamplePreviews.everything());

        assertThat(github.writes()).isEmpty();
    }

    @Test
    void saysTheVerdictAsAStatusWhereChecksAreForbidden() throws Exception {
        github.withholding("checks");

        sink.deliver(SamplePreviews.scaling());
        sink.deliver(SamplePreviews.scaling());

        assertThat(github.statuses()).hasSize(1);
        assertThat(Value.of(github.statuses().get(0)).field("state")).isEqualTo(Value.of("success"));
    }

    private Value check(int index) {
        return Value.of(github.checks().get(index));
    }
}
