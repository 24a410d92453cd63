package dev.drift.it.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drift.github.fake.FakeGitHub;
import dev.drift.report.DriftReport;
import dev.drift.report.ReportJson;
import dev.drift.report.Verdict;
import dev.drift.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The generated drift workflow, executed step by step: a region that is in sync beside one whose code is broken. */
class DriftJobTest {

    @TempDir
    Path folder;

    private JobEstate estate = new JobEstate(Path.of(""), Path.of(""));

    @BeforeEach
    void prepare() throws Exception {
        estate = JobEstate.in(folder);
        JobEstate.apply(estate.stack("eu-central-1", "resource \"terraform_data\" \"a\" {\n  input = \"x\"\n}\n"));
        estate.stack("eu-west-1", "resource \"terraform_data\" {\n");
    }

    @Test
    void eachRegionHandsOverItsReportAndTheLastJobTellsGitHub() throws Exception {
        Runner sound = estate.runner("sound", Map.of());
        Runner broken = estate.runner("broken", Map.of());

        assertThat(sound.succeeds(detect(), region("eu-central-1")))
                .as(sound.said())
                .isTrue();
        assertThat(broken.succeeds(detect(), region("eu-west-1"))).isFalse();

        assertThat(report("prod.eu-central-1").verdict()).as(sound.said()).isEqualTo(Verdict.IN_SYNC);
        assertThat(report("prod.eu-west-1").verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(broken.did()).endsWith("Detect drift", "Hand over the report");
        assertThat(broken.summary()).contains("eu-west-1");
        try (FakeGitHub github = FakeGitHub.start()) {
            Runner last = estate.runner("last", Map.of("GITHUB_API_URL", github.address()));

            assertThat(last.succeeds(estate.job("drift-detection-prod.yaml", "report"), token()))
                    .as(last.said())
                    .isTrue();

            assertThat(github.checks())
                    .extracting(check -> check.get("name"))
                    .containsExactlyInAnyOrder(
                            Value.of("drift / prod / eu-central-1"), Value.of("drift / prod / eu-west-1"));
        }
    }

    @Test
    void aRegionThatDiedDoesNotGoUnseen() throws Exception {
        estate.runner("sound", Map.of()).succeeds(detect(), region("eu-central-1"));
        try (FakeGitHub github = FakeGitHub.start()) {
            Runner last = estate.runner("last", Map.of("GITHUB_API_URL", github.address()));

            assertThat(last.succeeds(estate.job("drift-detection-prod.yaml", "report"), token()))
                    .isFalse();

            assertThat(last.said()).contains("1 of 2 reports are missing");
            assertThat(github.checks()).hasSize(1);
        }
    }

    @Test
    void aDriftThatIsNotTheRightOneIsNotUsed() throws Exception {
        Files.writeString(estate.published(), "something else");
        Runner runner = estate.runner("wrong", Map.of());

        assertThat(runner.succeeds(detect(), region("eu-central-1"))).isFalse();

        assertThat(runner.did()).contains("Install Drift").doesNotContain("Detect drift");
        assertThat(runner.said()).contains("did NOT match");
    }

    private JsonNode detect() throws IOException {
        return estate.job("drift-detection-prod.yaml", "detect");
    }

    private static Map<String, String> region(String region) {
        return Map.of("matrix.region", region);
    }

    private static Map<String, String> token() {
        return Map.of("github.token", FakeGitHub.TOKEN);
    }

    private DriftReport report(String name) throws IOException {
        return ReportJson.read(name, Files.readString(estate.artifacts().resolve(name + ".json")));
    }
}
