package dev.drift.terramate.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.drift.code.IacTool;
import dev.drift.observation.ChangeAction;
import dev.drift.observation.CodeSide;
import dev.drift.observation.Gap;
import dev.drift.observation.Observation;
import dev.drift.observation.ProbePhase;
import dev.drift.observation.ResourceChange;
import dev.drift.observation.SideEffect;
import dev.drift.terramate.process.Deadline;
import dev.drift.terramate.process.ToolCommand;
import dev.drift.terramate.process.ToolPath;
import dev.drift.terramate.process.ToolProcess;
import dev.drift.terramate.process.ToolRun;
import dev.drift.terramate.process.UserEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real terraform, with the provider that is built into it: no network, no account. */
@Timeout(120)
class RealToolTest {

    private LookBench bench;

    @BeforeEach
    void layOut(@TempDir Path folder) throws Exception {
        bench = new LookBench(folder);
        assumeTrue(ToolPath.find("terraform", bench.settings.user()).isPresent(), "terraform is not installed");
        Path module = Files.createDirectories(folder.resolve("checkout/modules/queue"));
        Files.writeString(
                module.resolve("main.tf"),
                "variable \"size\" { type = number }\nresource \"terraform_data\" \"this\" {\n  input = var.size\n}\n");
        bench.code("module \"queue\" {", "  source = \"../../../modules/queue\"", "  size = 1", "}");
    }

    @Test
    void anAppliedStackIsSeenAsItIsAndTheCheckoutStaysAsItWas() throws Exception {
        apply();
        Map<String, String> before = bench.checkout();

        Observation seen = bench.look(IacTool.TERRAFORM);

        assertThat(seen.drifted()).isEmpty();
        assertThat(((CodeSide.Seen) seen.codeSide()).planned()).isEmpty();
        assertThat(seen.coverage().resources()).isEqualTo(1);
        assertThat(seen.coverage().gaps()).isEmpty();
        assertThat(bench.checkout()).isEqualTo(before);
        assertThat(bench.leftBehind()).isEmpty();
    }

    @Test
    void unappliedCodeIsPlannedAndWhatItDeclaresIsKnown() throws Exception {
        apply();
        bench.code("module \"queue\" {", "  source = \"../../../modules/queue\"", "  size = 2", "}");

        CodeSide.Seen code = (CodeSide.Seen) bench.look(IacTool.TERRAFORM).codeSide();

        assertThat(code.planned()).extracting(ResourceChange::action).containsExactly(ChangeAction.UPDATE);
        assertThat(code.declarations()
                        .byResource()
                        .get("module.queue.terraform_data.this")
                        .field("input"))
                .hasToString("2");
    }

    @Test
    void whatAnApplyDoesInTheStateAloneIsSeen() throws Exception {
        apply();
        bench.code(
                "module \"jobs\" {",
                "  source = \"../../../modules/queue\"",
                "  size = 1",
                "}",
                "moved {",
                "  from = module.queue",
                "  to = module.jobs",
                "}",
                "resource \"terraform_data\" \"kept\" {}",
                "import {",
                "  to = terraform_data.kept",
                "  id = \"here-already\"",
                "}");

        CodeSide.Seen code = (CodeSide.Seen) bench.look(IacTool.TERRAFORM).codeSide();

        assertThat(code.planned()).isEmpty();
        assertThat(code.changesAnything()).isTrue();
        assertThat(code.sideEffects())
                .containsExactly(
                        SideEffect.importing("terraform_data.kept"),
                        SideEffect.moving("module.queue.terraform_data.this", "module.jobs.terraform_data.this"));
    }

    @Test
    void aLockFileIsRespectedAndNotWritten() throws Exception {
        apply();
        Files.writeString(bench.stack.resolve(".terraform.lock.hcl"), "# held\n");

        assertThat(bench.look(IacTool.TERRAFORM).coverage().resources()).isEqualTo(1);

        assertThat(bench.stack.resolve(".terraform.lock.hcl")).hasContent("# held");
    }

    @Test
    void aSyntaxErrorIsToldWithFileAndLine() throws Exception {
        bench.code("resource \"terraform_data\" \"a\" {", "  nope = 1", "}");

        assertThat(bench.failure(IacTool.TERRAFORM))
                .hasMessage("Error: Unsupported argument (main.tf:2): An argument named \"nope\" is not expected here.")
                .satisfies(failure -> assertThat(failure.phase()).isEqualTo(ProbePhase.PLAN));
    }

    @Test
    void anUnfinishedFileIsToldWithFileAndLine() throws Exception {
        bench.code("resource \"terraform_data\" \"a\" {");

        assertThat(bench.failure(IacTool.TERRAFORM))
                .hasMessageStartingWith("Error: Unclosed configuration block (main.tf:1): ")
                .satisfies(failure -> assertThat(failure.phase()).isEqualTo(ProbePhase.INIT));
    }

    @Test
    void aPlanThatFailsHalfWayTellsWhatItSawAndWhatNot() throws Exception {
        apply();
        bench.code(
                "module \"queue\" {",
                "  source = \"../../../modules/queue\"",
                "  size = 1",
                "}",
                "data \"terraform_remote_state\" \"gone\" {",
                "  backend = \"local\"",
                "  config = { path = \"/nonexistent/state\" }",
                "}");

        Observation seen = bench.look(IacTool.TERRAFORM);

        assertThat(seen.coverage().resources()).isEqualTo(1);
        assertThat(seen.coverage().gaps())
                .singleElement()
                .extracting(Gap::reason)
                .asString()
                .startsWith("Error: Unable to find remote state (main.tf:5): No stored state was found");
    }

    @Test
    void aWorkspaceThatWasNeverMadeIsNotMade() throws Exception {
        apply();
        Map<String, String> before = bench.checkout();
        bench.user("TF_WORKSPACE", "blue");

        assertThat(bench.failure(IacTool.TERRAFORM)).hasMessage("workspace blue has no state");

        assertThat(bench.checkout()).isEqualTo(before);
    }

    @Test
    void variablesOfTheLeaseReachThePlan() throws Exception {
        bench.code(
                "variable \"size\" { type = number }",
                "resource \"terraform_data\" \"a\" {",
                "  input = var.size",
                "}");
        bench.lease = Map.of("TF_VAR_size", "7");

        CodeSide.Seen code = (CodeSide.Seen) bench.look(IacTool.TERRAFORM).codeSide();

        assertThat(code.planned().get(0).after().value().field("input")).hasToString("7");
    }

    private void apply() throws Exception {
        UserEnvironment user = bench.settings
                .user()
                .with("TF_DATA_DIR", bench.folder.resolve("applied").toString());
        for (String words : List.of("init -input=false", "apply -input=false -auto-approve")) {
            ToolRun run = ToolProcess.run(
                    new ToolCommand(
                            Stream.concat(Stream.of("terraform"), Arrays.stream(words.split(" ", -1)))
                                    .toList(),
                            bench.stack,
                            user),
                    Deadline.in(Duration.ofMinutes(1)),
                    line -> {});
            assertThat(run.exitCode()).as(words + " " + run.errors().lines()).isZero();
        }
    }
}
