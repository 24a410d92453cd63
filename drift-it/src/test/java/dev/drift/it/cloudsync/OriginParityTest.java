package dev.drift.it.cloudsync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.catalog.StackOrder;
import dev.drift.code.IacTool;
import dev.drift.detection.StackEvent;
import dev.drift.it.tools.Command;
import dev.drift.it.tools.RealTools;
import dev.drift.provision.ProvisionEvent;
import dev.drift.provision.ProvisionOutcome;
import dev.drift.stack.Stack;
import dev.drift.terramate.TerramateCatalog;
import dev.drift.terramate.cloud.live.CloudDelivery;
import dev.drift.terramate.cloud.live.CloudDeployment;
import dev.drift.terramate.cloud.live.CloudPreview;
import dev.drift.terramate.cloud.live.CloudSink;
import dev.drift.terramate.process.UserEnvironment;
import dev.drift.testing.Outcomes;
import dev.drift.testing.Provisions;
import dev.drift.testing.Reports;
import dev.drift.value.Json;
import dev.drift.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The real {@code terramate} and ours, in the same job of the same platform, tell Terramate Cloud the same of where a run comes from:
 * repository, commit, job and review request. The vendor's command asks the platform for more, and gets it.
 */
class OriginParityTest {

    private static final Path DOCUMENTATION = Path.of("..", "docs", "terramate-cloud.md");
    private static final String UUID = "deadbeef-dead-dead-dead-deaddeadbeef";

    @TempDir
    private Path folder;

    private Path checkout;
    private String head;

    @BeforeEach
    void commit() throws Exception {
        checkout = Files.createDirectories(folder.resolve("checkout"));
        Files.writeString(
                Files.createDirectories(checkout.resolve("stacks/web")).resolve("stack.tm.hcl"),
                "stack {\n  id   = \"web-1\"\n  name = \"web\"\n  tags = [\"environment/prod\"]\n}\n");
        git("init", "--quiet", "--initial-branch=main");
        git("add", "--all");
        String[] author = {"-c", "user.name=Ada", "-c", "user.email=ada@example.org"};
        git(Stream.concat(
                        Stream.of(author),
                        Stream.of("commit", "--quiet", "-m", "Scale up\n\nBy hand, this once.\n\nTwice."))
                .toArray(String[]::new));
        head = git("rev-parse", "HEAD").strip();
    }

    @ParameterizedTest
    @ValueSource(strings = {"push", "pull_request", "branch", "merge_request"})
    void bothTellTheSameOfTheJob(String name) throws Exception {
        Job job = job(name);
        git("remote", "add", "origin", job.remote());
        Map<String, Value> theirs;
        Map<String, Value> ours;
        try (RecordingProxy platform = RecordingProxy.before(job::answer);
                RecordingProxy there = RecordingProxy.before(OriginParityTest::answer);
                RecordingProxy here = RecordingProxy.before(OriginParityTest::answer)) {
            theirs = theirs(job, there, platform);
            ours = ours(job, here);
        }

        assertThat(ours.keySet()).isEqualTo(theirs.keySet()).contains("drift", "deployment");
        Set<OriginDifference> seen = new HashSet<>();
        ours.forEach((what, body) -> seen.addAll(OriginDifference.between(body, theirs.get(what))));
        List<OriginDifference.Documented> documented = OriginDifference.DOCUMENTED.stream()
                .filter(each -> each.jobs().contains(name))
                .toList();
        assertThat(seen)
                .as("what nobody documented")
                .noneMatch(each -> documented.stream().noneMatch(known -> known.covers(each)));
        assertThat(documented)
                .as("what is documented and not so")
                .allMatch(known -> seen.stream().anyMatch(known::covers));
    }

    @Test
    void everyDifferenceIsDocumented() throws Exception {
        String page = Files.readString(DOCUMENTATION);
        String table = page.substring(page.indexOf("\n## Where a run comes from\n"));

        assertThat(OriginDifference.DOCUMENTED.stream()
                        .map(OriginDifference.Documented::words)
                        .filter(words -> !table.contains("| " + words + " |")))
                .isEmpty();
    }

    private Job job(String name) throws IOException {
        return switch (name) {
            case "push" -> Job.push(folder, head);
            case "pull_request" -> Job.pullRequest(folder, head);
            case "branch" -> Job.branch(head);
            default -> Job.mergeRequest(head);
        };
    }

    private Map<String, Value> theirs(Job job, RecordingProxy cloud, RecordingProxy platform) throws Exception {
        Map<String, String> environment = environment(job, cloud);
        environment.put("TM_DISABLE_SAFEGUARDS", "all");
        environment.put("TM_GITHUB_API_URL", platform.endpoint() + "/");
        environment.put("TM_GITLAB_API_URL", platform.endpoint().toString());
        // What cannot be pointed elsewhere must not leave the machine.
        environment.put("HTTPS_PROXY", ToldEstate.nowhere().get("TMC_API_URL"));
        String silence = "disable_telemetry = true\ndisable_checkpoint = true\n";
        environment.put(
                "TM_CLI_CONFIG_FILE",
                Files.writeString(folder.resolve("terramaterc"), silence).toString());
        for (String sync : List.of("--sync-drift-status", "--sync-deployment", "--sync-preview")) {
            if (!sync.equals("--sync-preview") || isForReview(job)) {
                Command.of(RealTools.terramate(), "run", sync, "--terraform-plan-file=none.tfplan", "--", "true")
                        .in(checkout)
                        .with(environment)
                        .output();
            }
        }
        return told(cloud);
    }

    private Map<String, Value> ours(Job job, RecordingProxy cloud) throws Exception {
        UserEnvironment user = UserEnvironment.ofThisProcess().with(environment(job, cloud));
        CloudDelivery delivery = CloudDelivery.found(user, "drift/test");
        TerramateCatalog catalog = TerramateCatalog.at(checkout);
        Stack web = catalog.stacks().get(0);
        CloudSink drift = CloudSink.of(catalog::root, delivery);
        drift.on(new StackEvent.Started(web));
        drift.on(new StackEvent.Judged(Reports.check(web, Outcomes.inSync())));
        drift.finish();
        CloudDeployment deployment = CloudDeployment.of(catalog::root, delivery);
        deployment.on(new ProvisionEvent.Begun(StackOrder.independent(List.of(web))));
        deployment.on(new ProvisionEvent.Started(web));
        deployment.on(new ProvisionEvent.Ended(Provisions.of(web, new ProvisionOutcome.Unchanged())));
        deployment.finish(Provisions.report());
        if (isForReview(job)) {
            CloudPreview preview = CloudPreview.of(catalog::root, delivery, directory -> IacTool.TERRAFORM);
            preview.on(new StackEvent.Awaited(web));
            preview.on(new StackEvent.Started(web));
            preview.on(new StackEvent.Judged(Reports.check(web, Outcomes.inSync())));
            preview.finish();
        }
        return told(cloud);
    }

    private static boolean isForReview(Job job) {
        return job.name().endsWith("_request");
    }

    /** Nothing of the job that runs this test, if it is one. */
    private Map<String, String> environment(Job job, RecordingProxy cloud) throws IOException {
        Map<String, String> environment = new HashMap<>();
        System.getenv().keySet().stream()
                .filter(name -> name.matches("(GITHUB|GITLAB|CI|ACTIONS|GH|TM|TMC|XDG)(_.*)?"))
                .forEach(name -> environment.put(name, ""));
        environment.putAll(job.environment());
        environment.putAll(FakeCloud.reached(cloud));
        environment.put("HOME", Files.createDirectories(folder.resolve("home")).toString());
        return environment;
    }

    /** What began, by what it is. */
    private static Map<String, Value> told(RecordingProxy cloud) {
        Map<String, Value> told = new HashMap<>();
        for (Exchange exchange : cloud.exchanges()) {
            Request request = exchange.request();
            if (request.method().equals("POST") && !request.path().endsWith("/logs")) {
                kind(request).ifPresent(kind -> told.put(kind, Json.read(request.body())));
            }
        }
        return told;
    }

    private static Optional<String> kind(Request request) {
        return Stream.of("drift", "deployment", "preview")
                .filter(kind -> request.path().startsWith("/v2/" + kind)
                        || request.path().startsWith("/v1/" + kind))
                .findFirst();
    }

    private static Answer answer(Request request) {
        String path = request.path();
        if (path.equals("/v1/memberships")) {
            return Answer.json(200, """
                    [{"member_id":1,"org_name":"%s","org_display_name":"T","org_uuid":"%s","role":"member","status":"active"}]
                    """.formatted(FakeCloud.ORGANIZATION, UUID));
        }
        Optional<String> kind =
                request.method().equals("POST") && !path.endsWith("/logs") ? kind(request) : Optional.empty();
        return switch (kind.orElse("")) {
            case "drift" -> Answer.json(200, "{\"uuid\":\"%s\"}".formatted(UUID));
            case "deployment" -> Answer.json(200, "[{\"stack_id\":1,\"meta_id\":\"web-1\",\"status\":\"pending\"}]");
            case "preview" ->
                Answer.json(
                        200, "{\"preview_id\":\"1\",\"stacks\":[{\"meta_id\":\"web-1\",\"stack_preview_id\":\"1\"}]}");
            default -> path.endsWith("cli.json") ? Answer.json(404, "{}") : new Answer(204, "", "");
        };
    }

    private String git(String... words) throws IOException, InterruptedException {
        return Command.of(Stream.concat(Stream.of("git"), Stream.of(words)).toArray())
                .in(checkout)
                .output();
    }
}
