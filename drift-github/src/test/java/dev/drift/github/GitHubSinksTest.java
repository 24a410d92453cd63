package dev.drift.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.github.fake.FakeApp;
import dev.drift.github.fake.FakeGitHub;
import dev.drift.github.fake.Reply;
import dev.drift.github.wire.WireSettings;
import dev.drift.report.DriftReport;
import dev.drift.sink.Delivery;
import dev.drift.sink.ReportPublisher;
import dev.drift.sink.ReportSink;
import dev.drift.testing.Reports;
import dev.drift.testing.SampleReports;
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

/** A job of GitHub Actions that runs for pull request 7. */
class GitHubSinksTest {

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
        Path event = Files.writeString(
                folder.resolve("event.json"),
                "{\"pull_request\":{\"number\":7,\"head\":{\"sha\":\"fedcba9876543210fedcba9876543210fedcba98\"}}}");
        job.put("GITHUB_ACTIONS", "true");
        job.put("GITHUB_REPOSITORY", "acme/infra");
        job.put("GITHUB_API_URL", github.address());
        job.put("GITHUB_SHA", "0123456789abcdef0123456789abcdef01234567");
        job.put("GITHUB_EVENT_PATH", event.toString());
        job.put("GITHUB_STEP_SUMMARY", folder.resolve("summary.md").toString());
        job.put("GITHUB_WORKSPACE", "/");
        job.put("GITHUB_TOKEN", FakeGitHub.TOKEN);
    }

    @AfterEach
    void stop() {
        github.close();
    }

    @Test
    void aJobIsShownInItsSummaryACheckAndAComment() {
        List<Delivery> deliveries = publish(found(), SampleReports.everything());

        assertThat(deliveries)
                .containsExactly(
                        new Delivery.Delivered("GitHub job summary"),
                        new Delivery.Delivered("GitHub check"),
                        new Delivery.Delivered("GitHub comment on pull request 7"))
                .allMatch(GitHubSinks::isOne);
        assertThat(folder.resolve("summary.md")).isNotEmptyFile();
        assertThat(github.checks()).hasSize(1);
        assertThat(github.comments()).hasSize(1);
        assertThat(github.issues()).isEmpty();
    }

    @Test
    void aRunAsksSixTimesAndOnceForEachDriftedStackThatChanged() {
        publish(found().withIssues(true), Reports.inSync("run-0"));
        publish(found(), Reports.drifted("run-0"));
        github.forgetRequests();

        publish(found().withIssues(true), SampleReports.everything());

        assertThat(github.requests()).hasSizeLessThanOrEqualTo(6 + 3);
    }

    @Test
    void aRunWithNothingNewWritesNothing() {
        publish(found().withIssues(true), SampleReports.everything());
        github.forgetRequests();

        publish(found().withIssues(true), SampleReports.everything());

        assertThat(github.writes()).isEmpty();
        assertThat(github.requests()).hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void withoutATokenAJobHasItsSummaryAlone() {
        job.remove("GITHUB_TOKEN");

        assertThat(publish(found(), Reports.drifted("run-1")))
                .containsExactly(new Delivery.Delivered("GitHub job summary"));
        assertThat(github.requests()).isEmpty();
    }

    @Test
    void elsewhereNothingIsToldUnlessIssuesAreAskedFor() {
        job.remove("GITHUB_ACTIONS");

        assertThat(GitHubSinks.of(found()).all()).isEmpty();
        assertThat(publish(found().withIssues(true), Reports.drifted("run-1")))
                .containsExactly(new Delivery.Delivered("GitHub issues"));
    }

    @Test
    void switchedOffNothingIsTold() {
        GitHubDelivery off = found().withIssues(true).switched(GitHubSwitch.OFF);

        assertThat(GitHubSinks.of(off).all()).isEmpty();
        assertThat(GitHubSinks.of(GitHubDelivery.off()).all()).isEmpty();
    }

    @Test
    void saysWhatIsMissingForIssues() {
        job.remove("GITHUB_TOKEN");
        assertThat(undelivered()).contains("set GITHUB_TOKEN or GH_TOKEN");

        job.put("GH_TOKEN", "two words");
        assertThat(undelivered()).contains("signs that no token has");

        job.put("GH_TOKEN", FakeGitHub.TOKEN);
        job.remove("GITHUB_REPOSITORY");
        assertThat(undelivered()).contains("set GITHUB_REPOSITORY");

        job.put("GITHUB_REPOSITORY", "acme/infra");
        job.put("GITHUB_API_URL", "http://git.acme.example/api/v3");
        assertThat(undelivered()).contains("GITHUB_API_URL: Must begin with https://");
    }

    @Test
    void aGitHubThatIsDownIsSaidOnceForEachPlace() {
        github.close();

        List<Delivery> deliveries = publish(found(), Reports.drifted("run-1"));

        assertThat(deliveries.get(0)).isInstanceOf(Delivery.Delivered.class);
        assertThat(deliveries.subList(1, 3))
                .allSatisfy(delivery -> assertThat(delivery.toString())
                        .contains("cannot be reached")
                        .doesNotContain(FakeGitHub.TOKEN));
    }

    @Test
    void aTokenThatIsRefusedIsSaidAndNotShown() {
        job.put("GITHUB_TOKEN", "ghs_expired");

        assertThat(publish(found(), Reports.drifted("run-1")).get(1).toString())
                .contains("401")
                .contains("Bad credentials")
                .doesNotContain("ghs_expired");
    }

    @Test
    void aSecondaryLimitIsWaitedForOnceAndThenLeftAlone() {
        github.failing("GET", limited("1")).failing("POST /repos", limited("3600"));

        List<Delivery> deliveries = publish(found(), Reports.drifted("run-1"));

        assertThat(deliveries.get(1).toString())
                .contains("secondary rate limit")
                .contains("3600 s");
        assertThat(deliveries.get(2)).isInstanceOf(Delivery.Undelivered.class);
        assertThat(github.requests()).hasSize(3);
    }

    @Test
    void commandsArePrintedInAJobOnly() {
        assertThat(GitHubSinks.commands(SampleReports.everything(), job)).hasSize(5);
        assertThat(GitHubSinks.commands(Reports.inSync("run-1"), job)).isEmpty();
        job.remove("GITHUB_ACTIONS");
        assertThat(GitHubSinks.commands(SampleReports.everything(), job)).isEmpty();
    }

    @Test
    void anAppTellsInPlaceOfTheToken() throws IOException {
        job.put("DRIFT_GITHUB_APP_ID", FakeApp.ID);
        job.put(
                "DRIFT_GITHUB_APP_PRIVATE_KEY_FILE",
                Files.writeString(folder.resolve("app.pem"), github.app().pkcs1())
                        .toString());
        job.put("GITHUB_API_URL", github.address() + "/api/v3");

        assertThat(publish(found(), SampleReports.everything())).allMatch(Delivery.Delivered.class::isInstance);
        assertThat(github.app().lastPermissions()).containsExactlyInAnyOrder("checks", "statuses", "pull_requests");
        assertThat(github.checks()).hasSize(1);
    }

    @Test
    void saysWhatIsMissingForAnApp() {
        job.put("DRIFT_GITHUB_APP_ID", FakeApp.ID);
        assertThat(undelivered()).contains("DRIFT_GITHUB_APP_PRIVATE_KEY: Is missing");

        job.put(
                "DRIFT_GITHUB_APP_PRIVATE_KEY_FILE",
                folder.resolve("nowhere.pem").toString());
        assertThat(undelivered()).contains("DRIFT_GITHUB_APP_PRIVATE_KEY_FILE: Cannot be read: NoSuchFile");

        job.put("DRIFT_GITHUB_APP_PRIVATE_KEY", "hunter2");
        assertThat(undelivered()).contains("Is no private key in PEM").doesNotContain("hunter2");
    }

    @Test
    void aDeliveryPrintsNoVariable() {
        assertThat(found().toString()).doesNotContain(FakeGitHub.TOKEN);
    }

    private static Reply limited(String seconds) {
        return Reply.refused(403, "You have exceeded a secondary rate limit").with("Retry-After", seconds);
    }

    private String undelivered() {
        List<Delivery> deliveries = publish(found().withIssues(true), Reports.drifted("run-1"));
        return deliveries.get(deliveries.size() - 1).toString();
    }

    private GitHubDelivery found() {
        return GitHubDelivery.found(job, "drift/test").over(HASTY);
    }

    private static List<Delivery> publish(GitHubDelivery delivery, DriftReport report) {
        List<ReportSink> sinks = GitHubSinks.of(delivery).all();
        return new ReportPublisher(sinks).publish(report);
    }
}
