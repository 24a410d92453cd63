package dev.drift.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.testing.Provisions;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitHubProvisionsTest {

    @TempDir
    private Path folder;

    @Test
    void aJobHasItsSummaryAndDeploymentsOnlyWhereTheyAreAskedFor() {
        Map<String, String> job = Map.of(
                "GITHUB_ACTIONS",
                "true",
                "GITHUB_REPOSITORY",
                "acme/infra",
                "GITHUB_SHA",
                "0123456789abcdef0123456789abcdef01234567",
                "GITHUB_TOKEN",
                "ghs_0123456789",
                "GITHUB_STEP_SUMMARY",
                folder.resolve("summary.md").toString());
        GitHubDelivery found = GitHubDelivery.found(job, "drift/test");

        assertThat(GitHubProvisions.of(found).all()).hasSize(1);
        assertThat(GitHubProvisions.of(found.withDeployments(true)).all()).hasSize(2);
        assertThat(GitHubProvisions.of(found.withDeployments(true).switched(GitHubSwitch.OFF))
                        .all())
                .isEmpty();
    }

    @Test
    void elsewhereItSaysWhatIsMissingForDeployments() {
        GitHubDelivery elsewhere = GitHubDelivery.found(Map.of(), "drift/test");

        assertThat(GitHubProvisions.of(elsewhere).all()).isEmpty();
        assertThat(GitHubProvisions.of(elsewhere.withDeployments(true)).all())
                .singleElement()
                .satisfies(sink ->
                        assertThat(sink.finish(Provisions.full()).toString()).contains("set GITHUB_TOKEN or GH_TOKEN"));
    }
}
