package dev.drift.terramate.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.code.IacTool;
import dev.drift.observation.CodeSide;
import dev.drift.observation.Gap;
import dev.drift.observation.Observation;
import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbePhase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(60)
class LookFaultsTest {

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
    void aToolThatIsNotThereIsNamed() {
        bench.user("PATH", bench.bin.toString());

        assertThat(bench.failure(IacTool.TOFU))
                .hasMessage("tofu is not installed or not on PATH")
                .extracting(ProbeException::phase)
                .isEqualTo(ProbePhase.INIT);
    }

    @Test
    void theStepsAreInitPlanAndShowReadOnly() throws Exception {
        bench.tool("terraform", PLANS, SHOWS, "exit 0");
        Files.writeString(bench.stack.resolve(".terraform.lock.hcl"), "");

        assertThat(bench.look(IacTool.TERRAFORM).codeSide()).isInstanceOf(CodeSide.Seen.class);

        assertThat(bench.calls())
                .satisfiesExactly(
                        init -> assertThat(init).isEqualTo("init -input=false -no-color -lockfile=readonly"),
                        plan -> assertThat(plan)
                                .startsWith("plan -input=false -lock=false -refresh=true -no-color -out="
                                        + bench.temporary),
                        show -> assertThat(show).startsWith("show -json " + bench.temporary));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "init|Error: Unsupported block type|INIT",
                "init|Error: Failed to get existing workspaces: S3 bucket \"acme\" does not exist.|STATE",
                "init|Error: error loading state: AccessDenied: status code: 403|STATE",
                "plan|Error: Invalid provider configuration|PLAN",
                "plan|Error: Error acquiring the state lock|LOCK",
                "plan|Error: Failed to load state: AccessDenied|STATE",
                "show|Error: Failed to load plugin schemas|SHOW",
            })
    void aFailedStepTellsItsPhaseAndReason(String step, String message, ProbePhase phase) throws Exception {
        bench.tool(
                "terraform",
                "if [ $sub = " + step + " ]; then printf '\\033[31m╷\\033[0m\\n│ ' >&2; echo '" + message
                        + "' >&2; echo '│ ' >&2; echo '╵' >&2; exit 1; fi",
                PLANS,
                SHOWS,
                "exit 0");

        assertThat(bench.failure(IacTool.TERRAFORM))
                .hasMessage(message.replaceFirst("^Error: (Error|Failed)", "$1"))
                .satisfies(failure -> assertThat(failure.phase()).isEqualTo(phase));
    }

    @Test
    void aFailedPlanThatWasWrittenStillTellsWhatItSaw() throws Exception {
        String plan =
                "{\"format_version\":\"1.2\",\"resource_drift\":[{\"address\":\"a.b\",\"mode\":\"managed\",\"type\":\"a\","
                        + "\"change\":{\"actions\":[\"update\"],\"before\":{},\"after\":{}}}],\"errored\":true}";
        bench.tool(
                "terraform",
                "[ $sub = plan ] && touch $out && echo 'Error: reading SQS Queue: AccessDenied' >&2 && exit 1",
                "[ $sub = show ] && echo '" + plan + "'",
                "exit 0");

        Observation seen = bench.look(IacTool.TERRAFORM);

        assertThat(seen.drifted()).hasSize(1);
        assertThat(seen.coverage().gaps())
                .extracting(Gap::reason)
                .containsExactly("Error: reading SQS Queue: AccessDenied");
    }

    @Test
    void aCrashIsToldByItsFirstLine() throws Exception {
        bench.tool(
                "terraform",
                "[ $sub = plan ] && printf 'noise\\n\\npanic: runtime error: x\\n\\ngoroutine 1\\n' >&2 && exit 11",
                "exit 0");

        assertThat(bench.failure(IacTool.TERRAFORM)).hasMessage("panic: runtime error: x");
    }

    @Test
    void aToolThatSaysNothingIsToldByItsExitCode() throws Exception {
        bench.tool("terraform", "[ $sub = plan ] && exit 137", "exit 0");

        assertThat(bench.failure(IacTool.TERRAFORM))
                .hasMessage("terraform ended with exit code 137 while planning and said nothing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "|plan JSON is empty",
                "{\"format_version\":\"1.2\",\"reso|plan JSON ends in the middle at line 1, column \\d+ .*",
                "{\"format_version\":\"2.0\",\"planned_values\":{}}|plan format 2.0 is newer than known",
                "panic: x|plan JSON is no valid JSON at line 1, column 1 .*",
            })
    void anUnreadablePlanIsToldWhereItBreaks(String json, String message) throws Exception {
        bench.tool("terraform", PLANS, "[ $sub = show ] && printf '%s' '" + (json == null ? "" : json) + "'", "exit 0");

        assertThat(bench.failure(IacTool.TERRAFORM))
                .hasMessageMatching(message)
                .satisfies(failure -> assertThat(failure.phase()).isEqualTo(ProbePhase.READ));
    }

    @Test
    void theToolBehindASetupActionsWrapperIsUsed() throws Exception {
        bench.tool("terraform", "echo wrapped; exit 1").tool("terraform-bin", PLANS, SHOWS, "exit 0");

        assertThat(bench.look(IacTool.TERRAFORM).drifted()).isEmpty();
    }

    @Test
    void aWrapperWithoutItsToolIsNamed() throws Exception {
        bench.tool("terraform", PLANS, "echo '[command]/opt/terraform-bin show'", "exit 0");

        assertThat(bench.failure(IacTool.TERRAFORM)).hasMessageContaining("wrapper of a setup action");
    }

    @Test
    void aHangingToolIsStoppedAndTheStepAndTheWholeTimeAreNamed() throws Exception {
        bench.timeout = Duration.ofSeconds(1);
        bench.tool("terraform", "[ $sub = plan ] && sleep 600", "exit 0");

        assertThat(bench.failure(IacTool.TERRAFORM))
                .hasMessage("no answer within 2m; stopped while planning")
                .satisfies(failure -> assertThat(failure.phase()).isEqualTo(ProbePhase.TIMEOUT));
    }

    @Test
    void anInterruptCancelsTheLookAndStaysVisible() throws Exception {
        bench.tool("terraform", "[ $sub = plan ] && echo \"a.b: Reading...\" && sleep 600", "exit 0");
        CompletableFuture<String> seen = new CompletableFuture<>();
        Thread looker = new Thread(() -> {
            ProbeException failure = bench.failure(IacTool.TERRAFORM);
            seen.complete(failure.phase() + " " + failure.reason() + " "
                    + Thread.currentThread().isInterrupted());
        });
        looker.start();
        Awaitility.await().until(() -> bench.output.contains("a.b: Reading..."));

        looker.interrupt();

        assertThat(seen.get(30, TimeUnit.SECONDS)).isEqualTo("CANCELLED cancelled while planning true");
        looker.join();
    }

    @Test
    void secretsOfTheEnvironmentAreInNoMessageAndNoOutput() throws Exception {
        bench.lease = Map.of("AWS_SECRET_ACCESS_KEY", "hunter2hunter2");
        bench.tool(
                "terraform",
                "[ $sub = plan ] && echo \"planning with $AWS_SECRET_ACCESS_KEY\"",
                "[ $sub = plan ] && echo \"Error: no $AWS_SECRET_ACCESS_KEY at https://u:pw@host/ AKIAIOSFODNN7EXAMPLE\" >&2 && exit 1",
                "exit 0");

        assertThat(bench.failure(IacTool.TERRAFORM))
                .hasMessage("Error: no [redacted] at https://[redacted]@host/ [redacted]");
        assertThat(bench.output).contains("planning with [redacted]");
    }
}
