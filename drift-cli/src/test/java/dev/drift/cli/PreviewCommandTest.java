package dev.drift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.value.Json;
import dev.drift.value.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A branch on which two stacks changed, and a third one not. */
class PreviewCommandTest {

    @TempDir
    Path folder;

    private Path directory = Path.of("");
    private Repository repository = new Repository(Path.of(""));
    private Branch branch = new Branch(Path.of(""));

    @BeforeEach
    void changeTwoStacks() throws Exception {
        directory = Files.createDirectory(folder.resolve("infra"));
        branch = Branch.main(directory);
        repository = Repository.in(directory)
                .stack("prod/web", "environment/prod")
                .stack("prod/data", "environment/prod")
                .stack("qa/web", "environment/qa");
        branch.commit().git("checkout", "--quiet", "-b", "work");
        repository.write("prod/web/main.tf", "locals {}\n").write("qa/web/main.tf", "locals {}\n");
        branch.commit();
    }

    @Test
    void plansWhatChangedAndEndsWellWhateverWouldChange() {
        Call call = preview(ScriptedRuns.IN_SYNC.drifting("prod/web"));

        assertThat(call.code()).isZero();
        assertThat(call.out())
                .startsWith("CHANGES  1 of 2 changed stacks would change\n1 to update\n1 from this change\n")
                .contains("/prod/web", "desired_count  1 → 3", "Unchanged: 1 stack")
                .doesNotContain("/prod/data");
    }

    @Test
    void showsHowItGoes() {
        Call call = preview(ScriptedRuns.IN_SYNC.failing("qa"), "--parallelism", "1");

        assertThat(call.err()).contains("[1/2] /prod/web: planned (").contains("[2/2] /qa/web: not planned (");
    }

    @Test
    void noChangedStackIsAnAnswer() {
        Call call = preview(ScriptedRuns.IN_SYNC, "--base", "HEAD");

        assertThat(call.code()).isZero();
        assertThat(call.out()).startsWith("NO CHANGES  no changed stacks, so there is nothing to plan\n");
    }

    @Test
    void changedStacksThatAreNotSelectedAreNamedInTheReport() throws Exception {
        Call call = preview(ScriptedRuns.IN_SYNC, "--environment", "prod", "--report", "json=preview.json");

        assertThat(call.code()).isZero();
        assertThat(call.out()).contains("Changed and not selected: 1 stack");
        Value report = Json.read(Files.readString(directory.resolve("preview.json")));
        assertThat(report.field("skipped").items().get(0).field("path")).hasToString("/qa/web");
        assertThat(report.field("run").field("environment")).hasToString("prod");
        assertThat(report.field("base").field("commit").text().orElseThrow()).matches("[0-9a-f]{40}");
    }

    @Test
    void aStackThatCannotBePlannedMakesThePreviewIncomplete() {
        Call call = preview(ScriptedRuns.IN_SYNC.failing("qa"));

        assertThat(call.code()).isEqualTo(3);
        assertThat(call.out()).startsWith("INCOMPLETE").contains("init: Error: Unsupported argument");
    }

    @Test
    void codeThatIsNotFormattedFailsThePreviewAndIsPlanned() {
        repository.stack("prod/untidy").write("prod/untidy/main.tf", "locals {}\n");

        Call call = preview(ScriptedRuns.IN_SYNC.drifting("untidy"));

        assertThat(call.code()).isEqualTo(1);
        assertThat(call.out())
                .startsWith("FAILED  1 of 3 changed stacks would change, 1 is not formatted\n")
                .contains("Not formatted: nothing was rewritten", "  prod/untidy/main.tf\n");
    }

    @Test
    void codeThatIsNotValidFailsThePreviewAndSaysWhere() {
        repository.stack("qa/wrong").write("qa/wrong/main.tf", "locals {}\n");

        Call call = preview(ScriptedRuns.IN_SYNC);

        assertThat(call.code()).isEqualTo(1);
        assertThat(call.out()).contains("error: qa/wrong/main.tf:12: Unsupported argument");
    }

    @Test
    void namesDeletedStacks() {
        branch.git("rm", "-r", "-q", "prod/data").git("commit", "--quiet", "--message=gone");

        Call call = preview(ScriptedRuns.IN_SYNC);

        assertThat(call.code()).isZero();
        assertThat(call.out()).contains("Deleted: not planned", "  /prod/data\n");
    }

    @Test
    void aReportOnTheBaseTellsWhatWasPendingBefore() throws Exception {
        String asPlanned = preview(ScriptedRuns.IN_SYNC.drifting("prod/web")).out();
        Call base = Call.in(directory, new PendingRuns(ScriptedRuns.IN_SYNC.drifting("prod/web")))
                .of("detect", "--format", "json");
        Files.writeString(folder.resolve("base.json"), base.out());

        Call call = preview(ScriptedRuns.IN_SYNC.drifting("prod/web"), "--base-report", "../base.json");

        assertThat(asPlanned).contains("1 from this change");
        assertThat(call.out()).contains("1 pending before");
        Files.writeString(
                folder.resolve("read.json"),
                base.out().replaceAll("\"engine\": *\"[^\"]*\"", "\"engine\": \"live/unplanned\""));
        assertThat(preview(ScriptedRuns.IN_SYNC.drifting("prod/web"), "--base-report", "../read.json")
                        .err())
                .contains("does not know what was pending");
    }

    @Test
    void aBaseReportThatIsNoneIsAMistake() throws Exception {
        Files.writeString(folder.resolve("none.json"), "{}");

        assertThat(preview(ScriptedRuns.IN_SYNC, "--base-report", "../missing.json")
                        .err())
                .contains("--base-report: ../missing.json cannot be read");
        assertThat(preview(ScriptedRuns.IN_SYNC, "--base-report", "../none.json")
                        .code())
                .isEqualTo(64);
    }

    @Test
    void aBaseThatIsNotThereIsAMistakeWithItsRemedy() throws Exception {
        Path shallow = folder.resolve("shallow");
        new Branch(folder).git("clone", "--quiet", "--depth=1", "file://" + directory, shallow.toString());

        Call call = Call.in(shallow, ScriptedRuns.IN_SYNC).with(Branch.NOBODY).of("preview");

        assertThat(call.code()).isEqualTo(64);
        assertThat(call.out()).isEmpty();
        assertThat(call.err()).contains("the clone is shallow: fetch the whole history");
        assertThat(preview(ScriptedRuns.IN_SYNC, "--base", "nowhere").err())
                .contains("There is no commit \"nowhere\" here");
    }

    @Test
    void theChangeOfAForkIsNotPlannedAndTheReportSaysWhy() throws Exception {
        Call call = preview(
                ScriptedRuns.IN_SYNC.drifting("prod/web"),
                event(
                        "pull_request",
                        "{\"pull_request\":{\"head\":{\"repo\":{\"full_name\":\"stranger/infra\"}},"
                                + "\"base\":{\"repo\":{\"full_name\":\"acme/infra\"}}}}"),
                "--report",
                "json=preview.json");

        assertThat(call.code()).isZero();
        assertThat(call.err()).contains("No plan is made: the pull request comes from the fork stranger/infra");
        assertThat(call.out()).startsWith("REFUSED  no plan was made: ").doesNotContain("/prod/web");
        assertThat(Json.read(Files.readString(directory.resolve("preview.json")))
                        .field("verdict"))
                .hasToString("refused");
    }

    @Test
    void onlyTheRepositorysOwnCodeIsPlanned() throws Exception {
        String own = "{\"full_name\":\"acme/infra\"}";
        String other = "{\"full_name\":\"stranger/infra\"}";
        assertThat(refused("pull_request", pull(own, own))).isFalse();
        assertThat(refused("pull_request", pull("{\"full_name\":\"Acme/Infra\"}", own)))
                .isFalse();
        assertThat(refused("push", "{}")).isFalse();
        assertThat(refused("schedule", "{}")).isFalse();
        assertThat(refused("workflow_run", run(own, own))).isFalse();
        assertThat(refused("pull_request_target", pull(other, own))).isTrue();
        assertThat(refused("pull_request", pull("null", own))).isTrue();
        assertThat(refused("pull_request", "no json")).isTrue();
        assertThat(refused("workflow_run", run(other, own))).isTrue();
        assertThat(refused("workflow_run", "{}")).isTrue();
    }

    @Test
    void mergeRequestsOfForksAreNotPlannedEither() {
        Map<String, String> job = Map.of(
                "GITLAB_CI", "true",
                "CI_MERGE_REQUEST_IID", "7",
                "CI_MERGE_REQUEST_PROJECT_PATH", "acme/infra",
                "CI_MERGE_REQUEST_SOURCE_PROJECT_PATH", "stranger/infra");
        Map<String, String> own = new HashMap<>(job);
        own.put("CI_MERGE_REQUEST_SOURCE_PROJECT_PATH", "acme/infra");

        assertThat(new StrangersCode(job).refusal()).isPresent();
        assertThat(new StrangersCode(own).refusal()).isEmpty();
        assertThat(new StrangersCode(Map.of("GITLAB_CI", "true")).refusal()).isEmpty();
        assertThat(new StrangersCode(Map.of()).refusal()).isEmpty();
    }

    @Test
    void whatIsBoundIsToldOnlyWhereThatIsPromised() throws Exception {
        repository
                .write("drift.yaml", "version: 1\nenvironments: { prod: { residency: eu }, qa: {} }\n")
                .stack("prod/untidy", "environment/prod")
                .write("prod/untidy/main.tf", "locals {}\n");
        Map<String, String> job = new HashMap<>(Branch.NOBODY);
        job.put("GITHUB_ACTIONS", "true");
        job.put("GITHUB_REPOSITORY", "acme/infra");
        job.put("GITHUB_WORKSPACE", directory.toString());
        Path summary = folder.resolve("summary.md");
        job.put("GITHUB_STEP_SUMMARY", summary.toString());

        Call refused = preview(ScriptedRuns.IN_SYNC.drifting("web"), job);
        assertThat(refused.out()).contains("/prod/web");
        assertThat(Files.readString(summary)).contains("/qa/web").doesNotContain("/prod/");
        assertThat(refused.err())
                .contains("Not delivered to GitHub job summary", "withheld, because bound is prod/global to eu")
                .doesNotContain("file=prod/untidy", "live sink");

        Files.delete(summary);
        Call promised = preview(ScriptedRuns.IN_SYNC.drifting("web"), job, "--residency", "github=eu");
        assertThat(Files.readString(summary)).contains("/qa/web", "/prod/web");
        assertThat(promised.err()).contains("file=prod/untidy").doesNotContain("withheld");
    }

    @Test
    void aCancelledPreviewSaysWhatWasNotDone() throws Exception {
        Thread running = Thread.currentThread();
        Call call = Call.in(directory, new InterruptingRuns(ScriptedRuns.IN_SYNC.hanging("qa"), running))
                .with(Branch.NOBODY)
                .of("preview", "--format", "json");

        assertThat(Thread.interrupted()).isFalse();
        assertThat(call.code()).isEqualTo(3);
        assertThat(call.err()).contains("Cancelled: what was not done is unknown");
        assertThat(call.out()).contains("\"cancelled\"");
    }

    @Test
    void everyMistakeIsToldAtOnce() {
        Call call = preview(
                ScriptedRuns.IN_SYNC, "--base", "-x", "--report", "json=nowhere/p.json", "--base-report", "none.json");

        assertThat(call.code()).isEqualTo(64);
        assertThat(call.err())
                .contains("--base: \"-x\" is no revision of git")
                .contains("--report: There is no directory for nowhere/p.json")
                .contains("--base-report: none.json cannot be read");
        assertThat(preview(ScriptedRuns.IN_SYNC, "--help").out()).doesNotContain("--github-issues");
        assertThat(preview(ScriptedRuns.IN_SYNC, "--github-issues").code()).isEqualTo(64);
        assertThat(preview(ScriptedRuns.IN_SYNC, "--format", "sarif").err())
                .contains("\"sarif\" is no format: it is one of console, json, markdown");
    }

    private boolean refused(String kind, String event) throws Exception {
        return new StrangersCode(event(kind, event)).refusal().isPresent();
    }

    private Map<String, String> event(String kind, String text) throws Exception {
        Path file = Files.writeString(folder.resolve("event.json"), text);
        Map<String, String> job = new HashMap<>(Branch.NOBODY);
        job.put("GITHUB_ACTIONS", "true");
        job.put("GITHUB_EVENT_NAME", kind);
        job.put("GITHUB_EVENT_PATH", file.toString());
        return job;
    }

    private static String pull(String from, String to) {
        return "{\"pull_request\":{\"head\":{\"repo\":" + from + "},\"base\":{\"repo\":" + to + "}}}";
    }

    private static String run(String from, String to) {
        return "{\"workflow_run\":{\"head_repository\":" + from + "},\"repository\":" + to + "}";
    }

    private Call preview(ScriptedRuns runs, String... arguments) {
        return preview(runs, Branch.NOBODY, arguments);
    }

    private Call preview(ScriptedRuns runs, Map<String, String> environment, String... arguments) {
        List<String> all = new ArrayList<>(List.of("preview"));
        all.addAll(List.of(arguments));
        return Call.in(directory, runs).with(environment).of(all.toArray(String[]::new));
    }
}
