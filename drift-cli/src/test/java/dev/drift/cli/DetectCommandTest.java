package dev.drift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.report.DriftReport;
import dev.drift.report.ReportJson;
import dev.drift.report.StackReport;
import dev.drift.stack.Stack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetectCommandTest {

    @TempDir
    Path directory;

    @BeforeEach
    void repository() {
        Repository.sample(directory);
    }

    @Test
    void theCodeSaysWhatTheVerdictIs() {
        assertThat(detect(ScriptedRuns.IN_SYNC).code()).isZero();
        assertThat(detect(ScriptedRuns.IN_SYNC.drifting("prod")).code()).isEqualTo(2);
        assertThat(detect(ScriptedRuns.IN_SYNC.drifting("prod").failing("qa")).code())
                .isEqualTo(3);
        assertThat(detect(ScriptedRuns.IN_SYNC.failing("qa")).code()).isEqualTo(3);
    }

    @Test
    void theCodeMayBeZeroForThoseWhoReadTheReport() {
        ScriptedRuns runs = ScriptedRuns.IN_SYNC.drifting("prod").failing("qa");

        Call call = detect(runs, "--exit-zero");

        assertThat(call.code()).isZero();
        assertThat(call.out()).startsWith("UNKNOWN");
    }

    @Test
    void saysWhatDriftedAndWhatIsUnknown() {
        Call call = detect(ScriptedRuns.IN_SYNC.drifting("eu-west-1").failing("qa"));

        assertThat(call.out())
                .startsWith("UNKNOWN  1 of 5 stacks could not be judged, 1 drifted\n")
                .contains("/stacks/prod/eu-west-1/web", "desired_count  1 → 3", "init: Error: Unsupported argument");
    }

    @Test
    void writesEveryReportAskedForAndNothingElse() throws Exception {
        Call call = detect(
                ScriptedRuns.IN_SYNC.drifting("web"),
                "--format",
                "markdown",
                "--report",
                "json=drift.json",
                "--report",
                "junit=drift.xml",
                "--report",
                "sarif=drift.sarif");

        assertThat(call.code()).isEqualTo(2);
        assertThat(call.out()).startsWith("> [!CAUTION]");
        DriftReport report = ReportJson.read("drift.json", Files.readString(directory.resolve("drift.json")));
        assertThat(report.summary().drifted()).isEqualTo(3);
        assertThat(report.run().origin()).containsEntry("repository", "acme/infra");
        assertThat(directory.resolve("drift.xml")).content().startsWith("<?xml");
        assertThat(directory.resolve("drift.sarif")).content().contains("\"2.1.0\"");
        try (var files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "drift.json", "drift.xml", "drift.sarif", "stacks", "tools", "terramate.tm.hcl");
        }
    }

    @Test
    void aReportThatCannotBeWrittenFailsTheRunButNotTheOthers() {
        Call call = detect(ScriptedRuns.IN_SYNC, "--report", "json=/dev/null", "--report", "junit=drift.xml");

        assertThat(call.code()).isEqualTo(1);
        assertThat(call.err()).contains("Not delivered to file /dev/null: ");
        assertThat(call.out()).startsWith("IN SYNC");
        assertThat(directory.resolve("drift.xml")).exists();
    }

    @Test
    void selectingNothingIsNeverInSync() {
        Call call = detect(ScriptedRuns.IN_SYNC, "--select", "Environment:prdo");

        assertThat(call.code()).isEqualTo(64);
        assertThat(call.out()).isEmpty();
        assertThat(call.err()).contains("did you mean prod?");
        assertThat(detect(ScriptedRuns.IN_SYNC, "--select", "Environment:prdo", "--allow-empty")
                        .code())
                .isZero();
    }

    @Test
    void whatOnlyReadsNeedsTheSharedProvider() {
        Call call = detect(ScriptedRuns.IN_SYNC, "--engine", "live", "--provider", "plain");

        assertThat(call.code()).isEqualTo(64);
        assertThat(call.err()).contains("--engine: live reads with the shared provider");
    }

    @Test
    void resultsStandInTheFilesThatDeclareThem() {
        Call call = detect(ScriptedRuns.IN_SYNC.failing("qa"), "--format", "sarif");

        assertThat(call.out()).contains("\"uri\": \"stacks/qa/eu-south-1/web/stack.tm.hcl\"");
    }

    @Test
    void sharesTogetherAreTheWhole() {
        List<Stack> looked = new ArrayList<>();
        for (int share = 1; share <= 3; share++) {
            Call call = detect(ScriptedRuns.IN_SYNC, "--shard", share + "/3", "--format", "json");
            ReportJson.read("share", call.out()).stacks().stream()
                    .map(StackReport::stack)
                    .forEach(looked::add);
        }

        assertThat(looked).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void remembersWhereItRan() {
        Call call = detect(ScriptedRuns.IN_SYNC, "--environment", "prod", "--region", "eu-west-1", "--format", "json");

        assertThat(ReportJson.read("report", call.out()).run().origin())
                .containsEntry("environment", "prod")
                .containsEntry("region", "eu-west-1")
                .containsEntry("commit", "0".repeat(40));
    }

    @Test
    void remembersWhatWasSelectedAsItWasWritten() {
        DriftReport selected = ReportJson.read(
                "report",
                detect(ScriptedRuns.IN_SYNC, "--select", "Environment:Prod", "--format", "json")
                        .out());
        DriftReport tagged = ReportJson.read(
                "report",
                detect(ScriptedRuns.IN_SYNC, "--tags", "environment/prod", "--format", "json")
                        .out());

        assertThat(selected.run().selector()).isEqualTo("Environment:Prod");
        assertThat(selected.run().from("environment")).contains("Prod");
        assertThat(tagged.run().selector()).isEqualTo("environment/prod");
    }

    @Test
    void plainLinesTellHowItGoes() {
        Call call = detect(ScriptedRuns.IN_SYNC.failing("qa"), "--parallelism", "1");

        assertThat(call.err().lines())
                .hasSize(5)
                .anyMatch(line -> line.matches("\\[\\d/5] /stacks/qa/eu-south-1/web: unknown \\(\\d+\\.\\d s\\)"))
                .anyMatch(line -> line.contains("[5/5]"));
        assertThat(call.err()).doesNotContain("planning", "\u001b");
    }

    @Test
    void quietTellsOnlyTheResult() {
        assertThat(detect(ScriptedRuns.IN_SYNC, "--quiet").err()).isEmpty();
    }

    @Test
    void verboseTellsWhatToolsPrintButHarmlessly() {
        Call call = detect(ScriptedRuns.IN_SYNC, "--verbose");

        assertThat(call.err())
                .contains("/tools | planning /tools\n", "/tools | ::error::owned\\u001b[2J\n")
                .doesNotContain("\u001b");
        assertThat(call.err().lines()).noneMatch(line -> line.strip().startsWith("::"));
    }

    @Test
    void githubActionsGroupsWhatToolsPrintAndTakesNoCommandFromIt() {
        Call call = Call.in(directory, ScriptedRuns.IN_SYNC)
                .with(Map.of("GITHUB_ACTIONS", "true"))
                .of("detect", "--verbose", "--select", "environment:qa");

        List<String> lines = call.err().lines().toList();
        assertThat(lines).hasSize(6);
        assertThat(lines.get(0)).startsWith("::group::[1/1] /stacks/qa/eu-south-1/web: in sync");
        assertThat(lines.get(1)).matches("::stop-commands::[0-9a-f-]{36}");
        assertThat(lines.get(2)).isEqualTo("planning /stacks/qa/eu-south-1/web");
        assertThat(lines.get(3)).isEqualTo("::error::owned\\u001b[2J");
        assertThat(lines.get(4)).isEqualTo("::" + lines.get(1).substring("::stop-commands::".length()) + "::");
        assertThat(lines.get(5)).isEqualTo("::endgroup::");
    }

    @Test
    void aTerminalGetsOneLineThatGoesAway() {
        Call call = Call.in(directory, ScriptedRuns.IN_SYNC.failing("qa"))
                .at(new Terminal(true, true, 40))
                .of("detect");

        assertThat(call.err()).doesNotContain("\n").contains("[5/5] 1 unknown").endsWith("\r\u001b[K");
        assertThat(call.err().split("\r\u001b\\[K"))
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(40));
        assertThat(call.out()).startsWith("\u001b[1;33mUNKNOWN\u001b[0m");
    }

    @Test
    void aDumbTerminalGetsPlainLinesWithoutColours() {
        Call call = Call.in(directory, ScriptedRuns.IN_SYNC)
                .at(new Terminal(true, true, 80))
                .with(Map.of("TERM", "dumb"))
                .of("detect");

        assertThat(call.err()).hasLineCount(5).doesNotContain("\u001b");
        assertThat(call.out()).doesNotContain("\u001b");
    }

    @Test
    void aCancelledRunSaysWhatWasNotDone() throws Exception {
        List<Call> calls = new ArrayList<>();
        Thread running = new Thread(() -> calls.add(
                detect(ScriptedRuns.IN_SYNC.hanging("qa"), "--report", "json=drift.json", "--format", "json")));
        running.start();
        running.interrupt();
        running.join(60_000);

        assertThat(calls).singleElement().satisfies(call -> {
            assertThat(call.code()).isEqualTo(3);
            assertThat(call.err()).contains("Cancelled: what was not done is unknown");
            assertThat(ReportJson.read("report", call.out()).stacks()).hasSize(5);
        });
        assertThat(directory.resolve("drift.json")).content().contains("\"cancelled\"");
    }

    private Call detect(ScriptedRuns runs, String... arguments) {
        List<String> all = new ArrayList<>(List.of("detect"));
        all.addAll(List.of(arguments));
        return Call.in(directory, runs).of(all.toArray(String[]::new));
    }
}
