package dev.drift.it.cloudsync;

import static java.util.Objects.requireNonNull;

import dev.drift.it.cloud.Console;
import dev.drift.it.cloud.Moto;
import dev.drift.it.tools.Command;
import dev.drift.it.tools.FileTree;
import dev.drift.it.tools.RealTools;
import dev.drift.it.tools.Workplace;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * A small repository, applied, and then changed by hand. Unlike in the big estate the tools' own folders lie in the checkout, as
 * the vendor's command needs them.
 *
 * @param root of the repository
 * @param environment what somebody has who works with it; an empty value means: not set
 */
record Project(Path root, Map<String, String> environment) {

    /** Whoever runs the tests may run them in a job that has an identity of its own. */
    static final List<String> OF_THE_JOB = List.of(
            "CI",
            "GITHUB_ACTIONS",
            "GITHUB_TOKEN",
            "GH_TOKEN",
            "GITLAB_CI",
            "ACTIONS_ID_TOKEN_REQUEST_URL",
            "TM_GITLAB_ID_TOKEN",
            "TMC_API_HOST");

    private static final String TARGETS = "targets.tm.hcl";

    private static final List<String> APPLIED = List.of("payments-api", "secrets", "settings", "pending");

    Project {
        requireNonNull(root, "root is null");
        environment = Map.copyOf(environment);
    }

    /** Applies it to an account, lets it drift there, and changes code that nobody applies. */
    static Project lived(Path folder, Moto account) throws IOException, InterruptedException {
        Map<String, String> environment =
                new HashMap<>(Workplace.prepare(folder).environment(account.endpoint(), account.endpoint()));
        OF_THE_JOB.forEach(name -> environment.put(name, ""));
        environment.put("TF_VAR_token", Secret.TOKEN);
        environment.put(
                "TM_CLI_CONFIG_FILE",
                Files.writeString(
                                folder.resolve("terramaterc"), "disable_telemetry = true\ndisable_checkpoint = true\n")
                        .toString());
        Project project = new Project(folder.resolve("checkout"), environment);
        project.write();
        project.apply();
        Console console = new Console(account.endpoint());
        console.scaleService("eu-central-1", "payments-api", 3);
        console.writeParameter("eu-central-1", "/acme/password", "SecureString", Secret.CHANGED);
        console.writeParameter("eu-central-1", "/acme/channel", "String", "stable");
        Path pending = project.stack("pending").resolve("main.tf");
        Files.writeString(pending, Files.readString(pending).replace("30 days", "90 days"));
        project.commit("Keep for longer\n\nNobody has applied this.");
        return project;
    }

    Path stack(String name) {
        return root.resolve("stacks").resolve(name);
    }

    /** The code shows its secrets in other places than those that were applied, and nobody applies that. */
    void spreadSecrets() throws IOException {
        Path code = stack("secrets").resolve("main.tf");
        Files.writeString(
                code,
                Files.readString(code)
                        .replace("not the password, which is", "it was not")
                        .replace(
                                "plain   = local.password",
                                "plain   = \"now ${local.password}\"\n    (local.password) = 1"));
    }

    /** From now on the stacks have targets. */
    void haveTargets() throws IOException {
        Files.copy(resource("/cloudsync/targets.tm.hcl"), root.resolve(TARGETS));
    }

    void haveNoTargets() throws IOException {
        Files.delete(root.resolve(TARGETS));
    }

    private void write() throws IOException, InterruptedException {
        FileTree.copy(resource("/cloudsync/project"), root);
        FileTree.copy(resource("/estate/modules"), root.resolve("modules"));
        // Under its real name the file would rule over the resources themselves.
        Files.move(root.resolve("gitignore"), root.resolve(".gitignore"));
        git("init", "--quiet", "--initial-branch=main");
        git("remote", "add", "origin", "git@Git.Example.org:Acme/Infra.git");
        commit("Describe the estate");
    }

    private void apply() throws IOException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<String>> applies = APPLIED.stream()
                    .map(stack ->
                            threads.submit(() -> terraform(stack, "init") + terraform(stack, "apply", "-auto-approve")))
                    .toList();
            for (Future<String> each : applies) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private String terraform(String stack, String... words) throws IOException, InterruptedException {
        return Command.of(Stream.of(
                                Stream.of(RealTools.terraform()),
                                Stream.of(words),
                                Stream.of("-input=false", "-no-color"))
                        .flatMap(each -> each)
                        .toArray())
                .in(stack(stack))
                .with(environment)
                .with(Map.of("TF_VAR_owner", "platform"))
                .output();
    }

    private void commit(String message) throws IOException, InterruptedException {
        git("add", "--all");
        git("-c", "user.name=Ada", "-c", "user.email=ada@example.org", "commit", "--quiet", "--message", message);
    }

    private void git(String... words) throws IOException, InterruptedException {
        Command.of(Stream.concat(Stream.of("git"), Stream.of(words)).toArray())
                .in(root)
                .output();
    }

    private static Path resource(String name) throws IOException {
        URL resource = requireNonNull(Project.class.getResource(name), "no " + name);
        try {
            return Path.of(resource.toURI());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }
}
