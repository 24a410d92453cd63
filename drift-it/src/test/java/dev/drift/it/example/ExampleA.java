package dev.drift.it.example;

import dev.drift.github.fake.FakeGitHub;
import dev.drift.it.cloud.Console;
import dev.drift.it.cloud.Moto;
import dev.drift.it.cloud.StateBucket;
import dev.drift.it.cloudsync.FakeCloud;
import dev.drift.it.cloudsync.RecordingProxy;
import dev.drift.it.tools.Command;
import dev.drift.it.tools.FileTree;
import dev.drift.it.tools.Workplace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A repository on a server of its own, the jobs that run for it, the account it is applied to, and both clouds that are told.
 * Nothing of it outlives {@link #close()}.
 */
final class ExampleA implements AutoCloseable {

    static final String REGION = "eu-central-1";
    static final String SERVICE = "payments-api";

    private static final String STATES = "acme-terraform-state";
    private static final String CODE = "stacks/prod/" + REGION + "/" + SERVICE;

    private final Path folder;
    private final Path checkout;
    private final Path server;
    private final Moto account;
    private final StateBucket states;
    private final FakeCloud cloud;
    private final RecordingProxy proxy;
    private final FakeGitHub github;
    private final Map<String, String> environment;

    private ExampleA(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        this.checkout = folder.resolve("checkout");
        this.server = folder.resolve("infra.git");
        this.account = Moto.start(folder.resolve("moto.log"));
        this.states = StateBucket.create(account.endpoint(), STATES);
        this.cloud = FakeCloud.start();
        this.proxy = RecordingProxy.before(cloud::answer);
        this.github = FakeGitHub.start();
        this.environment = new HashMap<>(Workplace.prepare(folder).environment(account.endpoint(), account.endpoint()));
        environment.putAll(FakeCloud.reached(proxy));
        List.of("GITLAB_CI", "ACTIONS_ID_TOKEN_REQUEST_URL", "GH_TOKEN", "CI")
                .forEach(name -> environment.put(name, ""));
        environment.put("XDG_STATE_HOME", folder.resolve("state").toString());
        // Tools and providers end soon: collecting their garbage is a fifth of what they compute.
        environment.put("GOGC", "400");
    }

    /** A repository with two stacks on its trunk, of which nothing is applied yet. */
    static ExampleA described() throws IOException, InterruptedException {
        ExampleA example = new ExampleA(Files.createTempDirectory("example-a").toRealPath());
        try {
            example.describe();
            return example;
        } catch (IOException | InterruptedException | RuntimeException broken) {
            example.close();
            throw broken;
        }
    }

    Path checkout() {
        return checkout;
    }

    FakeGitHub github() {
        return github;
    }

    RecordingProxy told() {
        return proxy;
    }

    /** How many tasks the live service is to have. */
    int tasks() {
        return new Console(account.endpoint()).tasksOf(REGION, SERVICE);
    }

    /** Somebody works on a branch and pushes it. */
    void changeOnBranch(String before, String after) throws IOException, InterruptedException {
        git("switch", "--quiet", "--create", "three-tasks");
        Path code = checkout.resolve(CODE).resolve("main.tf");
        Files.writeString(code, Files.readString(code).replace(before, after));
        commit("Run three tasks");
        push("three-tasks");
    }

    /** The pull request is merged, and the trunk is checked out. */
    void merge() throws IOException, InterruptedException {
        git("switch", "--quiet", "main");
        git("-c", "user.name=Ada", "-c", "user.email=ada@example.org", "merge", "--quiet", "--no-ff", "three-tasks");
        push("main");
    }

    /** What the job of the pull request runs. */
    Command.Outcome inPullRequest(String... arguments) throws IOException, InterruptedException {
        Path event = Files.writeString(folder.resolve("event.json"), """
                {"pull_request": {
                  "number": 7, "title": "Run three tasks", "body": "One is not enough.", "state": "open", "draft": false,
                  "html_url": "https://github.com/acme/infra/pull/7",
                  "created_at": "2026-03-01T08:00:00Z", "updated_at": "2026-03-01T08:10:00Z",
                  "user": {"login": "ada", "id": 1, "avatar_url": "https://github.com/ada.png"},
                  "head": {"sha": "%s", "ref": "three-tasks", "repo": {"full_name": "acme/infra"}},
                  "base": {"sha": "%s", "ref": "main", "repo": {"full_name": "acme/infra"}}}}
                """.formatted(head("HEAD"), head("main")));
        return job(
                Map.of(
                        "GITHUB_EVENT_NAME",
                        "pull_request",
                        "GITHUB_EVENT_PATH",
                        event.toString(),
                        "GITHUB_REF",
                        "refs/pull/7/merge",
                        "GITHUB_STEP_SUMMARY",
                        folder.resolve("preview-summary.md").toString()),
                arguments);
    }

    /** What the job of the trunk runs. */
    Command.Outcome onTrunk(String... arguments) throws IOException, InterruptedException {
        Path event = Files.writeString(folder.resolve("event.json"), "{\"ref\": \"refs/heads/main\"}");
        return job(
                Map.of(
                        "GITHUB_EVENT_NAME",
                        "push",
                        "GITHUB_EVENT_PATH",
                        event.toString(),
                        "GITHUB_REF",
                        "refs/heads/main",
                        "GITHUB_STEP_SUMMARY",
                        summary().toString()),
                arguments);
    }

    /** What the jobs of the trunk wrote for their pages. */
    Path summary() {
        return folder.resolve("provision-summary.md");
    }

    String head(String revision) throws IOException, InterruptedException {
        return git("rev-parse", revision).strip();
    }

    String git(String... words) throws IOException, InterruptedException {
        return Command.of(Stream.concat(Stream.of("git"), Stream.of(words)).toArray())
                .in(checkout)
                .output();
    }

    @Override
    public void close() throws IOException {
        proxy.close();
        cloud.close();
        states.close();
        account.close();
        FileTree.remove(folder);
        github.close();
    }

    private void describe() throws IOException, InterruptedException {
        Command.of("git", "init", "--quiet", "--bare", "--initial-branch=main", server)
                .output();
        Path estate = Path.of("src", "test", "resources", "estate").toAbsolutePath();
        FileTree.copy(estate.resolve(CODE), checkout.resolve(CODE));
        FileTree.copy(estate.resolve("modules"), checkout.resolve("modules"));
        Files.copy(estate.resolve("terramate.tm.hcl"), checkout.resolve("terramate.tm.hcl"));
        Path other = Files.createDirectories(checkout.resolve("stacks/prod/notes"));
        Files.writeString(
                other.resolve("stack.tm.hcl"), "stack {\n  id   = \"notes\"\n  tags = [\"environment/prod\"]\n}\n");
        Files.writeString(other.resolve("main.tf"), "resource \"terraform_data\" \"note\" {\n  input = \"hello\"\n}\n");
        Files.writeString(checkout.resolve(".gitignore"), "*.tfstate*\n");
        git("init", "--quiet", "--initial-branch=main");
        git("remote", "add", "origin", "https://github.com/acme/infra.git");
        commit("Describe the estate");
        push("main");
    }

    private void commit(String message) throws IOException, InterruptedException {
        git("add", "--all");
        git("-c", "user.name=Ada", "-c", "user.email=ada@example.org", "commit", "--quiet", "--message", message);
    }

    /** The server is not where the remote says it is, so the branches of the remote are brought here by hand. */
    private void push(String branch) throws IOException, InterruptedException {
        git("push", "--quiet", server.toString(), branch);
        git("fetch", "--quiet", server.toString(), "+refs/heads/*:refs/remotes/origin/*");
    }

    private Command.Outcome job(Map<String, String> event, String... arguments)
            throws IOException, InterruptedException {
        Map<String, String> job = new HashMap<>(environment);
        job.putAll(event);
        job.put("GITHUB_ACTIONS", "true");
        job.put("GITHUB_API_URL", github.address());
        job.put("GITHUB_TOKEN", FakeGitHub.TOKEN);
        job.put("GITHUB_REPOSITORY", "acme/infra");
        job.put("GITHUB_SERVER_URL", "https://github.com");
        job.put("GITHUB_RUN_ID", "42");
        job.put("GITHUB_SHA", head("HEAD"));
        job.put("GITHUB_WORKSPACE", checkout.toString());
        return DriftCommand.run(checkout, job, new ArrayList<>(List.of(arguments)).toArray(String[]::new));
    }
}
