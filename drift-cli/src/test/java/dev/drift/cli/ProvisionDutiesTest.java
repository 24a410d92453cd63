package dev.drift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.DriftRun;
import dev.drift.cli.wiring.Audience;
import dev.drift.cli.wiring.ProvisionScope;
import dev.drift.cli.wiring.Runs;
import dev.drift.cli.wiring.Tooling;
import dev.drift.provision.ProvisionEvent;
import dev.drift.provision.ProvisionReport;
import dev.drift.provision.ProvisionRun;
import dev.drift.provision.ProvisionSink;
import dev.drift.sink.Delivery;
import dev.drift.terramate.TerramateCatalog;
import dev.drift.terramate.plan.PlanFiles;
import dev.drift.testing.RecordingProvisions;
import dev.drift.testing.ScriptedApplier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a provisioning owes: to apply nothing that nobody can look up later, to be kept, to tell only whom it may. */
class ProvisionDutiesTest {

    private static final String WEB = "/stacks/prod/eu-west-1/web";

    @TempDir
    Path directory;

    private final ScriptedApplier applier = new ScriptedApplier();
    private final Elsewhere elsewhere = new Elsewhere(new RecordingProvisions());

    @BeforeEach
    void repository() {
        Repository.sample(directory);
    }

    @Test
    void refusesCodeThatIsNotCommittedUnlessToldOtherwise() throws Exception {
        Branch.main(directory).commit();
        Repository.in(directory).write(WEB.substring(1) + "/main.tf", "# new");

        Call refused = provision("--all", "--environment", "prod");

        assertThat(refused.code()).isEqualTo(64);
        assertThat(refused.err())
                .contains(WEB + ": Its code is not committed, so it is not applied: " + WEB + "/main.tf changed"
                        + " (--disable-safeguards=git lets it pass)");
        assertThat(applier.planned()).isEmpty();
        assertThat(provision("--all", "--environment", "qa").code())
                .as("of others")
                .isZero();
        assertThat(provision("--all", "--environment", "prod", "--disable-safeguards=git-uncommitted")
                        .code())
                .isEqualTo(64);
        assertThat(applier.planned()).noneMatch(path -> path.contains("prod"));
        assertThat(provision("--all", "--environment", "prod", "--disable-safeguards=git-untracked,git-uncommitted")
                        .code())
                .isZero();
        assertThat(provision("--all", "--environment", "prod", "-X").code()).isZero();
        assertThat(provision("--all", "--environment", "prod", "--disable-safeguards=none")
                        .code())
                .isEqualTo(64);
    }

    @Test
    void knowsItsSafeguards() {
        Call call = provision("--all", "--disable-safeguards=git-untraked");

        assertThat(call.code()).isEqualTo(64);
        assertThat(call.err()).contains("--disable-safeguards: \"git-untraked\" is no safeguard", "git-untracked");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            git-uncommitted, git-untracked | 0
            all                            | 0
            git-out-of-sync,outdated-code  | 64
            none,git                       | 64
            ''                             | 64
            """)
    void takesTheVariableOfTerramateForTheOption(String said, int code) throws Exception {
        Branch.main(directory).commit();
        Repository.in(directory).write(WEB.substring(1) + "/main.tf", "# new");

        assertThat(provision(Map.of("TM_DISABLE_SAFEGUARDS", said), "--all").code())
                .isEqualTo(code);
        assertThat(provision(Map.of("TM_DISABLE_SAFEGUARDS", said), "--all", "--disable-safeguards=none")
                        .code())
                .isEqualTo(64);
    }

    @Test
    void knowsTheSafeguardsOfTheVariable() {
        Call call = provision(Map.of("TM_DISABLE_SAFEGUARDS", "git,git-untraked"), "--all");

        assertThat(call.code()).isEqualTo(64);
        assertThat(call.err()).contains("TM_DISABLE_SAFEGUARDS: \"git-untraked\" is no safeguard");
    }

    @Test
    void isKeptInATrailAndExitsWithOneWhereItCannotBe() throws Exception {
        Call call = provision("--all", "--environment", "prod", "--audit", "audit");

        assertThat(call.code()).as(call.err()).isZero();
        assertThat(Files.readString(directory.resolve("audit/0000000000000001.jsonl")))
                .contains("\"action\":\"provision\"", "\"kind\":\"planned\"", "\"kind\":\"provisioned\"");
        assertThat(Call.in(directory).of("audit", "verify", "audit").code()).isZero();

        Files.writeString(directory.resolve("file"), "");
        assertThat(provision("--all", "--environment", "prod", "--audit", "file")
                        .code())
                .isEqualTo(1);
    }

    @Test
    void keepsFromOthersWhatIsBoundElsewhere() throws Exception {
        Files.writeString(
                directory.resolve("drift.yaml"),
                "version: 1\nenvironments:\n  prod: { select: \"Environment:prod\", regions: [eu-west-1], residency: eu,"
                        + " audit: eu }\n  qa: { select: \"Environment:qa\" }\n"
                        + "audit:\n  eu: { path: \"trail\", residency: eu }\n");

        Call call = provision("--all", "--region", "eu-west-1", "--region", "eu-south-1");

        assertThat(call.code()).as(call.err()).isZero();
        assertThat(call.err()).contains("elsewhere").contains("withheld, because bound is prod/eu-west-1 to eu");
        assertThat(elsewhere.recorded.events())
                .isNotEmpty()
                .allMatch(event -> event.stacks().stream()
                        .noneMatch(stack -> stack.path().toString().contains("prod")));
        assertThat(Files.readString(directory.resolve("trail/0000000000000001.jsonl")))
                .contains(WEB)
                .doesNotContain("/stacks/qa");
    }

    private Call provision(String... arguments) {
        return provision(Map.of(), arguments);
    }

    private Call provision(Map<String, String> variables, String... arguments) {
        Map<String, String> environment = new HashMap<>(variables);
        environment.put("PATH", System.getenv("PATH"));
        List<String> all = new ArrayList<>(List.of("provision"));
        all.addAll(List.of(arguments));
        return Call.in(directory, new Scripted()).with(environment).of(all.toArray(String[]::new));
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
        public ProvisionRun.Builder provisioning(Path root, ProvisionScope scope, Audience audience) {
            return ProvisionRun.over(TerramateCatalog.at(root))
                    .applying(applier)
                    .telling(elsewhere);
        }
    }

    /** Promises nothing. */
    private record Elsewhere(RecordingProvisions recorded) implements ProvisionSink {

        @Override
        public String destination() {
            return "elsewhere";
        }

        @Override
        public void on(ProvisionEvent event) {
            recorded.on(event);
        }

        @Override
        public List<Delivery> finish(ProvisionReport report) {
            return recorded.finish(report);
        }
    }
}
