package dev.drift.it.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.it.tools.Command;
import dev.drift.it.tools.RealTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Others find nothing wrong with the workflows of the example. */
class WorkflowLintTest {

    @TempDir
    Path folder;

    private Path repository = Path.of("");

    @BeforeEach
    void generate() throws IOException {
        repository = GeneratedWorkflows.of(Path.of("../examples/drift.yaml")).in(folder);
    }

    @Test
    void actionlintFindsNoMistake() throws Exception {
        Path tool = RealTools.actionlint();
        Command lint = Command.of(tool, "-shellcheck=", "-pyflakes=").in(repository);

        assertThat(lint.run()).isEqualTo(new Command.Outcome(0, "", ""));

        Path preview = repository.resolve(".github/workflows/infra-preview.yaml");
        Files.writeString(preview, Files.readString(preview).replace("github.base_ref", "github.base_reef"));
        assertThat(lint.run().out()).contains("base_reef");
    }

    @Test
    void zizmorFindsNoHole() throws Exception {
        Path tool = RealTools.zizmor();
        Command audit = Command.of(
                        tool, "--offline", "--no-progress", "--persona", "pedantic", "--format", "plain", ".")
                .in(repository);

        Command.Outcome clean = audit.run();
        assertThat(clean.exit()).as(clean.out() + clean.err()).isZero();

        Path preview = repository.resolve(".github/workflows/infra-preview.yaml");
        Files.writeString(preview, Files.readString(preview).replace("  pull_request:", "  pull_request_target:"));
        assertThat(audit.run().out()).contains("dangerous-triggers");
    }
}
