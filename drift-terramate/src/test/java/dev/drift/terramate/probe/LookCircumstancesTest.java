package dev.drift.terramate.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.code.IacTool;
import dev.drift.observation.Gap;
import dev.drift.observation.ProbePhase;
import dev.drift.terramate.plan.PlanParts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands around a look: the workspace, and words that somebody adds to its commands. */
@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(60)
class LookCircumstancesTest {

    private static final String PLANS = "[ $sub = plan ] && touch $out";
    private static final String SHOWS = "[ $sub = show ] && echo '{\"format_version\":\"1.2\",\"planned_values\":{}}'";

    private LookBench bench;

    @BeforeEach
    void layOut(@TempDir Path folder) throws Exception {
        bench = new LookBench(folder).code("# empty");
    }

    @AfterEach
    void nothingStaysBehind() throws Exception {
        assertThat(bench.leftBehind()).isEmpty();
    }

    @Test
    void aWorkspaceWithoutStateIsFoundOutBeforeAnythingCouldCreateIt() throws Exception {
        bench.user("TF_WORKSPACE", "blue")
                .tool(
                        "terraform",
                        "[ -n \"$TF_WORKSPACE\" ] && echo created >> '" + bench.folder.resolve("created") + "'",
                        "[ $sub = workspace ] && printf '* default\\n  bluegreen\\n'",
                        "exit 0");

        assertThat(bench.failure(IacTool.TERRAFORM))
                .hasMessage("workspace blue has no state")
                .satisfies(failure -> assertThat(failure.phase()).isEqualTo(ProbePhase.STATE));
        assertThat(bench.folder.resolve("created")).doesNotExist();
    }

    @Test
    void aWorkspaceAmongHundredsIsFound() throws Exception {
        bench.user("TF_WORKSPACE", "w250")
                .tool(
                        "terraform",
                        "[ $sub = workspace ] && printf '* default\\n' && seq -f '  w%g' 500",
                        PLANS,
                        SHOWS,
                        "exit 0");

        assertThat(bench.look(IacTool.TERRAFORM).coverage().gaps()).isEmpty();
    }

    @Test
    void theWorkspaceSelectedInTheCheckoutIsPlanned() throws Exception {
        Path selected =
                Files.createDirectories(bench.stack.resolve(".terraform")).resolve("environment");
        Files.writeString(selected, "green");
        bench.tool(
                "terraform",
                "[ $sub = workspace ] && printf '* default\\n  green\\n'",
                "[ $sub = plan ] && touch $out && echo \"in $TF_WORKSPACE\"",
                SHOWS,
                "exit 0");

        bench.look(IacTool.TERRAFORM);

        assertThat(bench.output).contains("in green");
    }

    @ParameterizedTest
    @CsvSource({
        "TF_CLI_ARGS, -refresh=false, refresh",
        "TF_CLI_ARGS_plan, -target=aws_vpc.main, target",
        "TF_CLI_ARGS_plan, -parallelism=2 --exclude x.y, exclude",
        "TF_CLI_ARGS_plan, '\"-destroy\"', destroy",
        "TF_CLI_ARGS_init, -backend=false, backend",
        "TF_CLI_ARGS_init, -from-module=../x, from-module",
    })
    void argumentsThatWouldMakeTheLookUntrueAreRefused(String variable, String words, String named) throws Exception {
        bench.user(variable, words).tool("terraform", PLANS, SHOWS, "exit 0");

        assertThat(bench.failure(IacTool.TERRAFORM))
                .hasMessage(variable + " holds -" + named + ": a look with it would not see the stack as it is");
        assertThat(bench.calls()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"5, -target", "6, -exclude", "16, -replace"})
    void aPlanThatSomethingBetweenMadeOfLessThanTheCodeIsNotTheWholeStack(int field, String option) throws Exception {
        Path partial = PlanParts.unmoved().text(field, "a.b").in(bench.folder.resolve("partial"), 2);
        bench.tool("terraform", "[ $sub = plan ] && cp '" + partial + "' $out", SHOWS, "exit 0");

        assertThat(bench.look(IacTool.TERRAFORM).coverage().gaps())
                .containsExactly(new Gap(
                        ProbePhase.PLAN,
                        "something between Drift and terraform adds " + option
                                + ": a look with it would not see the stack as it is",
                        Optional.empty()));
    }

    @Test
    void refreshesWhateverSomethingBetweenSays() throws Exception {
        bench.tool(
                        "terraform",
                        "[ $sub = plan ] && for word in \"$@\"; do case $word in"
                                + " -refresh=*) refresh=${word#-refresh=};; esac; done",
                        PLANS + " && echo \"refresh: $refresh\"",
                        SHOWS,
                        "exit 0")
                .tool(
                        "between",
                        "[ $sub = plan ] && shift && exec '" + bench.bin.resolve("terraform")
                                + "' plan -refresh=false \"$@\"",
                        "exec '" + bench.bin.resolve("terraform") + "' \"$@\"");
        bench.settings = bench.settings.withExecutable(IacTool.TERRAFORM, bench.bin.resolve("between"));

        bench.look(IacTool.TERRAFORM);

        assertThat(bench.output).contains("refresh: true");
    }

    @Test
    void otherArgumentsAndVariablesArePassedOn() throws Exception {
        bench.user("TF_CLI_ARGS_plan", "-parallelism=2 -var-file=prod.tfvars -refresh=true")
                .user("TF_LOG", "trace")
                .tool(
                        "terraform",
                        "[ $sub = plan ] && touch $out && echo \"$TF_CLI_ARGS_plan|$TF_LOG|$TF_INPUT|$TF_DATA_DIR\"",
                        SHOWS,
                        "exit 0");

        bench.look(IacTool.TERRAFORM);

        assertThat(bench.output)
                .anyMatch(line ->
                        line.startsWith("-parallelism=2 -var-file=prod.tfvars -refresh=true||0|" + bench.temporary));
    }
}
