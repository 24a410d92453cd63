package dev.drift.it.provision;

import dev.drift.it.example.DriftCommand;
import dev.drift.it.tools.Command;
import dev.drift.it.tools.RealTools;
import dev.drift.value.Json;
import dev.drift.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A git repository of stacks whose provider is built into the tool, with local states.
 *
 * @param root of the repository
 * @param environment what somebody has who works with it
 */
record Yard(Path root, Map<String, String> environment) {

    /** Whoever runs the tests may run them in a job that has an identity of its own. */
    private static final List<String> OF_THE_JOB = List.of(
            "CI",
            "GITHUB_ACTIONS",
            "GITHUB_TOKEN",
            "GH_TOKEN",
            "GITLAB_CI",
            "TMC_TOKEN",
            "TMC_API_URL",
            "TMC_API_HOST",
            "TM_CLOUD_ORGANIZATION",
            "ACTIONS_ID_TOKEN_REQUEST_URL",
            "TM_GITLAB_ID_TOKEN",
            "TF_DATA_DIR");

    static Yard in(Path folder) throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>();
        OF_THE_JOB.forEach(name -> environment.put(name, ""));
        Path programs = Files.createDirectories(folder.resolve("bin"));
        Path terraform = Files.writeString(
                programs.resolve("terraform"), "#!/bin/sh\nexec " + RealTools.terraform() + " \"$@\"\n");
        Files.setPosixFilePermissions(terraform, PosixFilePermissions.fromString("rwx------"));
        environment.put("PATH", programs + ":" + System.getenv("PATH"));
        environment.put("XDG_STATE_HOME", folder.resolve("state").toString());
        // What a shared provider would be reached by; no apply must ever see it.
        environment.put("TF_REATTACH_PROVIDERS", "{\"terraform.io/builtin/terraform\":{\"Protocol\":\"grpc\"}}");
        environment.put(
                "JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("temporary")));
        Path root = Files.createDirectories(folder.resolve("checkout"));
        Yard yard = new Yard(root, environment);
        Files.writeString(root.resolve(".gitignore"), "*.tfstate*\n");
        yard.git("init", "--quiet", "--initial-branch=main");
        return yard;
    }

    /** A stack of that code, behind others. */
    Yard stack(String name, String code, String... after) throws IOException {
        Path folder = Files.createDirectories(directory(name));
        List<String> paths =
                Stream.of(after).map(other -> "\"/stacks/" + other + "\"").toList();
        Files.writeString(
                folder.resolve("stack.tm.hcl"),
                "stack {\n  id    = \"" + name + "\"\n  tags  = [\"environment/prod\"]\n  after = ["
                        + String.join(", ", paths) + "]\n}\n");
        Files.writeString(folder.resolve("main.tf"), code);
        return this;
    }

    Path directory(String name) {
        return root.resolve("stacks").resolve(name);
    }

    void commit() throws IOException, InterruptedException {
        git("add", "--all");
        git("-c", "user.name=Ada", "-c", "user.email=ada@example.org", "commit", "--quiet", "--message", "Work");
    }

    String git(String... words) throws IOException, InterruptedException {
        return Command.of(Stream.concat(Stream.of("git"), Stream.of(words)).toArray())
                .in(root)
                .output();
    }

    Command.Outcome provision(String... arguments) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("provision"));
        words.addAll(List.of(arguments));
        return DriftCommand.run(root, environment, words.toArray(String[]::new));
    }

    /** What lies in the folder for temporary files. */
    List<Path> temporary() throws IOException {
        try (Stream<Path> files = Files.list(root.resolveSibling("temporary"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("drift-"))
                    .toList();
        }
    }

    Value state(String name) throws IOException {
        return Json.read(Files.readString(directory(name).resolve("terraform.tfstate")));
    }

    /** An object that holds a text; another text changes it in place. */
    static String holding(String text) {
        return "resource \"terraform_data\" \"this\" {\n  input = \"" + text + "\"\n}\n";
    }

    /** An object that is another one for every text. */
    static String replacedFor(String text) {
        return "resource \"terraform_data\" \"this\" {\n  triggers_replace = [\"" + text + "\"]\n}\n";
    }

    /** An object that is made by a command. */
    static String madeBy(String command) {
        return "resource \"terraform_data\" \"made\" {\n  provisioner \"local-exec\" {\n    command = \"" + command
                + "\"\n  }\n}\n";
    }
}
