package dev.drift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.DriftRun;
import dev.drift.PreviewRun;
import dev.drift.cli.wiring.Audience;
import dev.drift.cli.wiring.ProvisionScope;
import dev.drift.cli.wiring.Runs;
import dev.drift.cli.wiring.Tooling;
import dev.drift.code.IacTool;
import dev.drift.provision.ProvisionRun;
import dev.drift.terramate.TerramateCatalog;
import dev.drift.terramate.plan.PlanFiles;
import dev.drift.testing.ScriptedApplier;
import dev.drift.testing.ScriptedProbe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvisionCommandTest {

    private static final String WEB = "/stacks/prod/eu-west-1/web";

    @TempDir
    Path directory;

    private final ScriptedApplier applier = new ScriptedApplier();
    private final ScriptedProbe probe = new ScriptedProbe();
    private final List<ProvisionScope> scopes = new ArrayList<>();

    @BeforeEach
    void repository() {
        Repository.sample(directory);
    }

    @Test
    void appliesAndThenHasNothingToApply() {
        Call first = provision("--all", "--environment", "prod");
        Call second = provision("--all", "--environment", "prod");

        assertThat(first.code()).isZero();
        assertThat(first.out()).startsWith("DONE  3 of 3 stacks applied\n").contains("Applied\n", "  " + WEB);
        assertThat(second.code()).isZero();
        assertThat(second.out()).startsWith("DONE  all 3 stacks are as the code says already, so nothing was applied");
        assertThat(applier.applied()).hasSize(3);
    }

    @Test
    void showsEveryPlanBeforeItIsApplied() {
        applier.deleting(WEB, 1);

        Call call = provision("--all", "--region", "eu-west-1");

        assertThat(call.err())
                .startsWith(WEB + "  1 to delete\n    DESTROYS 1 object\n      - null_resource.n0  destroyed\n")
                .contains("[1/1] " + WEB + ": applied (");
    }

    @Test
    void refusesWhatPolicyForbids() {
        applier.deleting(WEB, 2);

        Call call = provision("--all", "--environment", "prod", "--no-destroy");

        assertThat(call.code()).isEqualTo(3);
        assertThat(call.out())
                .startsWith("INCOMPLETE  2 of 3 stacks done, 1 refused\n")
                .contains("Refused\n  " + WEB, "it would destroy 2 objects, and none may be");
        assertThat(applier.applied()).doesNotContain(WEB);
        assertThat(provision("--all", "--region", "eu-west-1", "--max-destroy", "1")
                        .code())
                .isEqualTo(3);
        assertThat(provision("--all", "--region", "eu-west-1", "--max-destroy", "2")
                        .code())
                .isZero();
    }

    @Test
    void failsWhereAStackFailsAndSaysWhatWasDoneBefore() {
        applier.failingToApply(WEB, "Error: access denied");

        Call call = provision("--all", "--region", "eu-west-1");

        assertThat(call.code()).isEqualTo(1);
        assertThat(call.out())
                .contains(
                        "Error: access denied", "applied before it failed:", "null_resource.first: Creation complete");
    }

    @Test
    void isIncompleteWhereTheLookAfterwardsFindsDrift() {
        probe.scaledAt(WEB);

        Call call = provision("--all", "--region", "eu-west-1");

        assertThat(call.code()).isEqualTo(3);
        assertThat(call.out())
                .startsWith("INCOMPLETE  1 of 1 stack applied, 1 not in sync afterwards")
                .contains("drifted afterwards: 1 resource");
    }

    @Test
    void writesReportsAndNothingElseToStandardOutput() throws Exception {
        Call call = provision("--all", "--format", "json", "--report", "markdown=provision.md", "--quiet");

        assertThat(call.out()).startsWith("{").contains("\"verdict\": \"done\"");
        assertThat(call.err()).isEmpty();
        assertThat(Files.readString(directory.resolve("provision.md"))).startsWith("> [!NOTE]");
    }

    @Test
    void asksForChangedStacksUnlessTold() {
        provision("--base", "HEAD~2");
        provision("--all");

        assertThat(scopes)
                .containsExactly(
                        new ProvisionScope(false, Optional.of("HEAD~2"), Optional.empty()),
                        new ProvisionScope(true, Optional.empty(), Optional.empty()));
    }

    @Test
    void appliesWithTheToolOfTheFileUnlessToldOtherwise() throws Exception {
        Files.writeString(directory.resolve("drift.yaml"), "version: 1\ntool: tofu\n");

        provision("--all");
        provision("--all", "--tool", "terragrunt");

        assertThat(scopes)
                .extracting(ProvisionScope::tool)
                .containsExactly(Optional.of(IacTool.TOFU), Optional.of(IacTool.TERRAGRUNT));
    }

    @Test
    void saysEverythingThatIsWrongWithItsOptions() {
        Call call = provision("--all", "--base", "main", "--no-destroy", "--max-destroy", "-1", "--format", "sarif");

        assertThat(call.code()).isEqualTo(64);
        assertThat(call.err()).contains("\"sarif\" is no format");
        assertThat(provision("--all", "--base", "main", "--no-destroy", "--max-destroy", "-1")
                        .err())
                .contains("--all", "--no-destroy", "--max-destroy");
        assertThat(provision("--no-deliver", "--github-deployments").err())
                .contains("--no-deliver: Cannot be used together with --github-deployments");
        assertThat(provision("--all", "--environment", "prdo").code()).isEqualTo(64);
    }

    @Test
    void appliesNothingOfTheChangeOfAFork() throws Exception {
        Path event = Files.writeString(
                directory.resolve("event.json"),
                "{\"pull_request\":{\"head\":{\"repo\":{\"full_name\":\"stranger/infra\"}},"
                        + "\"base\":{\"repo\":{\"full_name\":\"acme/infra\"}}}}");
        Map<String, String> job = Map.of(
                "GITHUB_ACTIONS", "true",
                "GITHUB_EVENT_NAME", "pull_request_target",
                "GITHUB_EVENT_PATH", event.toString());

        Call call = Call.in(directory, new Scripted()).with(job).of("provision", "--all");

        assertThat(call.code()).isEqualTo(64);
        assertThat(call.err()).contains("the pull request comes from the fork stranger/infra");
        assertThat(scopes).isEmpty();
        assertThat(applier.planned()).isEmpty();
    }

    @Test
    void saysWhatAStoppedRunDidNotDo() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        String first = "/stacks/prod/eu-central-1/data";
        applier.applyingUntil(first, gate);
        List<Call> calls = new ArrayList<>();
        Thread running = new Thread(() -> calls.add(provision("--all", "--environment", "prod")));
        running.start();
        Awaitility.await()
                .atMost(30, TimeUnit.SECONDS)
                .until(() -> applier.planned().contains(first));

        running.interrupt();
        gate.countDown();
        running.join(30_000);

        assertThat(calls).singleElement().satisfies(call -> {
            assertThat(call.code()).isEqualTo(3);
            assertThat(call.err()).contains("Stopped: the report says what was not done");
            assertThat(call.out()).contains("Not done\n", "  " + WEB + "\n    the run was stopped before it was begun");
        });
    }

    private Call provision(String... arguments) {
        List<String> all = new ArrayList<>(List.of("provision"));
        all.addAll(List.of(arguments));
        return Call.in(directory, new Scripted()).with(Map.of()).of(all.toArray(String[]::new));
    }

    private final class Scripted implements Runs {

        @Override
        public DriftRun.Builder detecting(Path root, Tooling tooling, Audience audience) {
            return ScriptedRuns.IN_SYNC.detecting(root, tooling, audience);
        }

        @Override
        public DriftRun.Builder judging(PlanFiles plans, Optional<Path> code) {
            return ScriptedRuns.IN_SYNC.judging(plans, code);
        }

        @Override
        public PreviewRun.Builder previewing(Path root, Optional<String> base, Tooling tooling, Audience audience) {
            return ScriptedRuns.IN_SYNC.previewing(root, base, tooling, audience);
        }

        @Override
        public ProvisionRun.Builder provisioning(Path root, ProvisionScope scope, Audience audience) {
            scopes.add(scope);
            return ProvisionRun.over(TerramateCatalog.at(root))
                    .applying(applier)
                    .checking(probe);
        }
    }
}
