package dev.drift.terramate.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.code.IacTool;
import dev.drift.observation.ProbeException;
import dev.drift.stack.Stack;
import dev.drift.stack.StackPath;
import dev.drift.terramate.process.UserEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtraArgumentsTest {

    private static final String INCLUDE = "include \"root\" {\n  path = \"../root.hcl\"\n}\n";

    @TempDir
    private Path root;

    private final List<String> said = new ArrayList<>();

    @Test
    void saysWhatIsDoneAllTheSame() throws Exception {
        write("unit/terragrunt.hcl", INCLUDE + extra("\"-lock-timeout=20m\", \"-var-file=x.tfvars\", \"-lock=true\""));
        write("root.hcl", extra("\"-lock=FALSE\", \"--refresh=0\""));

        arguments(IacTool.TERRAGRUNT).requireHarmless(said::add);

        assertThat(said)
                .containsExactly(
                        "[drift] extra_arguments of Terragrunt holds -lock=FALSE: the state is locked all the same",
                        "[drift] extra_arguments of Terragrunt holds -refresh=0: it is refreshed all the same");
    }

    @Test
    void refusesWhatWritesTheStateElsewhere() throws Exception {
        write("unit/terragrunt.hcl", INCLUDE);
        write("root.hcl", extra("\"-state-out=/tmp/x\""));

        assertThatThrownBy(() -> arguments(IacTool.TERRAGRUNT).requireHarmless(said::add))
                .isInstanceOf(ProbeException.class)
                .hasMessageContaining("holds -state-out: with it the plan shown would not be what is applied");
    }

    @Test
    void refusesWhatWorksWhereNobodyLooks() throws Exception {
        write("unit/terragrunt.hcl", INCLUDE);
        write("root.hcl", "  download_dir = \"/tmp/cache\"\n");
        assertThatThrownBy(() -> arguments(IacTool.TERRAGRUNT).requireHarmless(said::add))
                .isInstanceOf(ProbeException.class)
                .hasMessageContaining("download_dir of Terragrunt is set");

        write("root.hcl", "# download_dir = \"/tmp/cache\"\n");
        assertThatCode(() -> arguments(IacTool.TERRAGRUNT).requireHarmless(said::add))
                .doesNotThrowAnyException();

        write("unit/terragrunt.hcl.json", "{\"download_dir\": \"/tmp/cache\"}");
        assertThatThrownBy(() -> arguments(IacTool.TERRAGRUNT).requireHarmless(said::add))
                .isInstanceOf(ProbeException.class);
    }

    @Test
    void overlooksCommentsAndWhatIsNoUnit() throws Exception {
        write("unit/terragrunt.hcl", "# " + extra("").replace("\n", " ") + "# \"-state=x\"\n// \"-lock=false\"\n");
        assertThatCode(() -> arguments(IacTool.TERRAGRUNT).requireHarmless(said::add))
                .doesNotThrowAnyException();

        write("unit/terragrunt.hcl", extra("\"-state=x\", \"-lock=false\""));
        assertThatCode(() -> arguments(IacTool.TERRAFORM).requireHarmless(said::add))
                .doesNotThrowAnyException();
        assertThat(said).isEmpty();
    }

    private ExtraArguments arguments(IacTool tool) {
        Stack unit = new Stack(StackPath.of("/unit"), Optional.empty(), "unit", "", List.of(), root.resolve("unit"));
        return ExtraArguments.of(unit, new Program(tool, Path.of("tool")), new UserEnvironment(Map.of()));
    }

    private static String extra(String arguments) {
        return "terraform {\n  extra_arguments \"more\" {\n    commands  = [\"plan\", \"apply\"]\n    arguments = ["
                + arguments + "]\n  }\n}\n";
    }

    private void write(String file, String text) throws IOException {
        Path place = root.resolve(file);
        Files.createDirectories(place.getParent());
        Files.writeString(place, text);
    }
}
