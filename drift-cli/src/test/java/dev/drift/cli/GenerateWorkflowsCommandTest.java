package dev.drift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workflows of a repository. */
class GenerateWorkflowsCommandTest {

    private static final String ESTATE = """
            version: 1
            environments:
              prod:
                regions: [eu-central-1, eu-west-1]
                schedule: "0 */6 * * *"
              qa: { regions: [eu-south-1] }
            workflows:
              drift:
                url: "https://downloads.example.com/drift.jar"
                sha256: "%s"
              terraform: 1.11.4
            """.formatted("ab".repeat(32));

    @TempDir
    Path directory;

    @BeforeEach
    void prepare() {
        Repository.sample(directory).write("drift.yaml", ESTATE);
    }

    @Test
    void whatIsGeneratedAgreesUntilTheEstateChanges() {
        Call written = Call.in(directory).of("generate", "workflows");

        assertThat(written.code()).as(written.err()).isZero();
        assertThat(directory.resolve(".github/workflows"))
                .isDirectoryContaining("glob:**/drift-detection-prod.yaml")
                .isDirectoryContaining("glob:**/infra-preview.yaml");
        assertThat(Call.in(directory.resolve("stacks"))
                        .of("generate", "workflows", "--check")
                        .code())
                .isZero();

        Repository.in(directory).write("drift.yaml", ESTATE.replace("eu-west-1]", "eu-west-1, eu-north-1]"));
        Call checked = Call.in(directory).of("generate", "workflows", "--check");

        assertThat(checked.code()).isEqualTo(1);
        assertThat(checked.err()).contains("drift-detection-prod.yaml: is not what drift.yaml says");
        assertThat(checked.out())
                .contains("+        options: [all, eu-central-1, eu-west-1, eu-north-1]")
                .doesNotContain("qa");
        assertThat(Call.in(directory).of("generate", "workflows", "--check").code())
                .isEqualTo(1);
    }

    @Test
    void aFileOfSomebodyElseIsNotOverwritten() throws IOException {
        Repository.in(directory).write(".github/workflows/infra-preview.yaml", "name: ours\n");

        Call call = Call.in(directory).of("generate", "workflows");

        assertThat(call.code()).isEqualTo(64);
        assertThat(call.err()).contains("infra-preview.yaml").contains("not overwritten");
        assertThat(directory.resolve(".github/workflows/infra-preview.yaml")).hasContent("name: ours\n");
        assertThat(directory.resolve(".github/workflows").toFile().list()).hasSize(1);
    }

    @Test
    void everythingThatIsWrongIsSaidAtItsPlace() {
        Repository.in(directory)
                .write("drift.yaml", ESTATE.replace("https:", "http:").replace("1.11.4", "latest") + "  runer: x\n");

        Call call = Call.in(directory).of("generate", "workflows");

        assertThat(call.code()).isEqualTo(64);
        assertThat(call.err())
                .contains("drift.yaml:9:10", "drift.yaml:11:14", "drift.yaml:12:3")
                .contains("did you mean runner?");
    }

    @Test
    void withoutItsSectionOrItsFileItSaysWhatIsMissing() throws IOException {
        Repository.in(directory).write("drift.yaml", "version: 1\n");
        assertThat(Call.in(directory).of("generate", "workflows").err()).contains("The section workflows is missing");

        Files.delete(directory.resolve("drift.yaml"));
        assertThat(Call.in(directory).of("generate", "workflows").err()).contains("'drift init' writes one");
    }

    @Test
    void withoutSayingWhatNothingIsGenerated() {
        Call call = Call.in(directory).of("generate");

        assertThat(call.code()).isEqualTo(64);
        assertThat(call.err()).contains("Which command? One of workflows");
    }
}
