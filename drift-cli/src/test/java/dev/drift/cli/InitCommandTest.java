package dev.drift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.cli.estate.DriftFile;
import dev.drift.cli.estate.DriftYaml;
import dev.drift.code.IacTool;
import dev.drift.estate.Cell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitCommandTest {

    @TempDir
    Path directory;

    @Test
    void writesAFileThatIsUnderstoodAndSaysWhatItGuessed() {
        Repository.sample(directory);

        Call call = Call.in(directory).of("init", "--root", "stacks");

        assertThat(call.code()).isZero();
        assertThat(call.out()).isEmpty();
        assertThat(call.err())
                .contains(
                        "Environments are the values of the tag environment: prod, qa",
                        "unassigned: 1 stack, /tools",
                        "looks like: terraform (5)",
                        "Written: " + directory.resolve("drift.yaml"));
        DriftFile file = DriftYaml.read("drift.yaml", directory.resolve("drift.yaml"));
        assertThat(file.tool()).contains(IacTool.TERRAFORM);
        assertThat(file.estate().cells(List.of()))
                .map(Cell::toString)
                .containsExactly("prod/eu-central-1", "prod/eu-west-1", "qa/eu-south-1");
        assertThat(file.estate().environments().get(0).means().parallelism().stacks())
                .isEqualTo(12);
    }

    @Test
    void neverTouchesAFileThatIsThere() throws IOException {
        Repository.sample(directory).write("drift.yaml", "version: 1\n");

        Call call = Call.in(directory).of("init");

        assertThat(call.code()).isEqualTo(64);
        assertThat(call.err()).contains("stays as it is");
        assertThat(Files.readString(directory.resolve("drift.yaml"))).isEqualTo("version: 1\n");
        assertThat(Call.in(directory).of("init", "--print").out())
                .startsWith("# ")
                .contains("select: \"environment:prod\"");
    }

    @Test
    void writesWhatIsSafeWhereNothingCanBeGuessed() {
        Repository.in(directory).stack("a").stack("b").write("b/terragrunt.hcl", "");

        Call call = Call.in(directory).of("init");

        assertThat(call.code()).isZero();
        assertThat(call.err()).contains("no environment is defined", "terraform (1), terragrunt (1)");
        assertThat(DriftYaml.read("drift.yaml", directory.resolve("drift.yaml")))
                .isEqualTo(DriftFile.NONE);
    }

    @Test
    void quotesNamesThatYamlWouldTakeForSomethingElse() {
        Repository.in(directory).stack("a", "environment/no", "region/1e3").stack("b", "environment/p.x");

        assertThat(Call.in(directory).of("init").code()).isZero();
        assertThat(DriftYaml.read("drift.yaml", directory.resolve("drift.yaml"))
                        .estate()
                        .cells(List.of()))
                .map(Cell::toString)
                .containsExactly("no/1e3");
    }
}
