package dev.drift.terramate.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.code.IacTool;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What tools say beside what they were asked for. */
class LookWordsTest {

    private LookBench bench;

    @BeforeEach
    void layOut(@TempDir Path folder) throws Exception {
        bench = new LookBench(folder).code("# empty");
    }

    @Test
    void warningsBeforeThePlanAreNoPartOfIt() throws Exception {
        String warned =
                "printf '\\nWarning: Unable to open CLI configuration file\\n\\nThe file \"/none\" is not there.\\n'; ";
        bench.tool(
                "tofu",
                "[ $sub = plan ] && echo plan > $out && exit 0",
                "[ $sub = show ] && [ $2 = -json ] && { " + warned
                        + "echo '{\"format_version\":\"1.2\",\"resource_changes\":[]}'; exit 0; }",
                "exit 0");

        assertThat(bench.look(IacTool.TOFU).coverage().gaps()).isEmpty();
    }

    @Test
    void warningsInPlaceOfThePlanAreTold() throws Exception {
        bench.tool(
                "tofu",
                "[ $sub = plan ] && echo plan > $out && exit 0",
                "[ $sub = show ] && echo 'Warning: nothing else' && exit 0",
                "exit 0");

        assertThat(bench.failure(IacTool.TOFU)).hasMessage("instead of the plan's JSON there are warnings only");
    }

    @Test
    void variablesAreSecretByTheWordsOfTheirNames() throws Exception {
        bench.lease = Map.of(
                "GIT_AUTHOR_NAME", "Ada Lovelace",
                "PRIVATE_SUBNETS", "subnet-12345",
                "PGPASSWORD", "hunter2hunter2",
                "NPM_AUTH", "hunter3hunter3",
                "TF_VAR_api_key", "hunter4hunter4");
        bench.tool(
                "terraform",
                "[ $sub = plan ] && echo \"$GIT_AUTHOR_NAME $PRIVATE_SUBNETS $PGPASSWORD $NPM_AUTH $TF_VAR_api_key\" && exit 1",
                "exit 0");

        bench.failure(IacTool.TERRAFORM);

        assertThat(bench.output).contains("Ada Lovelace subnet-12345 [redacted] [redacted] [redacted]");
    }
}
