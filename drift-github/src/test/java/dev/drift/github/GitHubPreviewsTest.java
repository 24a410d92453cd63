package dev.drift.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.github.fake.FakeGitHub;
import dev.drift.github.wire.WireSettings;
import dev.drift.preview.PreviewReport;
import dev.drift.sink.PreviewSink;
import dev.drift.sink.SinkException;
import dev.drift.testing.SamplePreviews;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job of GitHub Actions that previews pull request 7. */
class GitHubPreviewsTest {

    private static final WireSettings HASTY = new WireSettings(
            "drift/test",
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofMillis(1),
            Duration.ofSeconds(2),
            Duration.ZERO);

    @TempDir
    private Path folder;

    private final FakeGitHub github = FakeGitHub.start();
    private final Map<String, String> job = new HashMap<>();

    @BeforeEach
    void describeTheJob() throws IOException {
        job.put("GITHUB_ACTIONS", "true");
        job.put("GITHUB_REPOSITORY", "acme/infra");
        job.put("GITHUB_API_URL", github.address());
        job.put("GITHUB_SHA", "0123456789abcdef0123456789abcdef01234567");
        job.put("GITHUB_EVENT_PATH", event("acme/infra"));
        job.put("GITHUB_STEP_SUMMARY", folder.resolve("summary.md").toString());
        job.put("GITHUB_WORKSPACE", "/");
        job.put("GITHUB_TOKEN", FakeGitHub.TOKEN);
    }

    @AfterEach
    void stop() {
        github.close();
    }

    @Test
    void aPreviewIsShownInSummaryCheckAndComment() throws Exception {
        tell(SamplePreviews.everything());

        assertThat(Files.readString(folder.resolve("summary.md"))).contains("drift preview");
        assertThat(github.checks()).hasSize(1);
        assertThat(github.comments()).hasSize(1);
        assertThat(github.requests()).hasSizeLessThanOrEqualTo(6);
        github.forgetRequests();

        tell(SamplePreviews.everything());

        assertThat(github.writes()).isEmpty();
    }

    @Test
    void ofAForkOnlyTheSummaryTells() throws Exception {
        job.put("GITHUB_EVENT_PATH", event("stranger/infra"));

        tell(SamplePreviews.refused());

        assertThat(Files.readString(folder.resolve("summary.md"))).contains("the fork stranger/infra");
        assertThat(github.requests()).isEmpty();
    }

    @Test
    void outsideOfAJobNothingIsTold() {
        job.remove("GITHUB_ACTIONS");

        assertThat(sinks()).isEmpty();
        assertThat(GitHubPreviews.commands(SamplePreviews.everything(), job)).isEmpty();
    }

    @Test
    void aTokenThatCannotBeUsedIsSaid() {
        job.put("GITHUB_TOKEN", "two words");

        assertThat(sinks()).hasSize(2);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> sinks().get(1).deliver(SamplePreviews.nothing())))
                .isInstanceOf(SinkException.class)
                .hasMessageContaining("signs that no token has");
    }

    @Test
    void aJobPrintsWhatIsWrongWithTheCode() {
        assertThat(GitHubPreviews.commands(SamplePreviews.everything(), job))
                .hasSize(4)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("::error file=stacks/prod/eu-west-1/edge/main.tf,line=12,title=Unsupported"));
    }

    private List<PreviewSink> sinks() {
        return GitHubPreviews.of(GitHubDelivery.found(job, "drift/test").over(HASTY))
                .all();
    }

    private void tell(PreviewReport preview) throws SinkException {
        for (PreviewSink sink : sinks()) {
            sink.deliver(preview);
        }
    }

    private String event(String from) throws IOException {
        String text = "{\"pull_request\":{\"number\":7,\"head\":{\"sha\":\"fedcba9876543210fedcba9876543210fedcba98\","
                + "\"repo\":{\"full_name\":\"" + from + "\"}},\"base\":{\"repo\":{\"full_name\":\"acme/infra\"}}}}";
        return Files.writeString(folder.resolve("event.json"), text).toString();
    }
}
