package dev.drift.it.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drift.it.tools.Command;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A machine that executes one job as GitHub does: each step in a shell of its own, with the files and variables of a job; after a
 * step that failed only those that always run. Of actions, those that carry reports from job to job are done; the others, which set
 * up what is there, are not.
 */
final class Runner {

    private final Path workspace;
    private final Path temp;
    private final Path artifacts;
    private final Map<String, String> variables = new HashMap<>();
    private final List<String> did = new ArrayList<>();
    private final StringBuilder said = new StringBuilder();

    /** A fresh machine, which shares the artifacts with others. */
    Runner(Path workspace, Path temp, Path artifacts, Map<String, String> given) throws IOException {
        this.workspace = workspace;
        this.temp = Files.createDirectories(temp);
        this.artifacts = Files.createDirectories(artifacts);
        variables.putAll(given);
        variables.putAll(Map.of(
                "CI", "true",
                "GITHUB_ACTIONS", "true",
                "GITHUB_WORKSPACE", workspace.toString(),
                "GITHUB_REPOSITORY", "acme/infra",
                "GITHUB_SHA", "0".repeat(40),
                "RUNNER_TEMP", temp.toString(),
                "GITHUB_STEP_SUMMARY", temp.resolve("summary.md").toString(),
                "GITHUB_PATH", temp.resolve("path").toString(),
                "GITHUB_OUTPUT", temp.resolve("output").toString()));
    }

    /** Executes the job; says whether it came to its end without a failure. */
    boolean succeeds(JsonNode job, Map<String, String> context) throws IOException, InterruptedException {
        Map<String, String> all = new HashMap<>(context);
        all.put("runner.temp", temp.toString());
        boolean failed = false;
        for (JsonNode step : job.path("steps")) {
            if (!failed || step.path("if").asText().equals("always()")) {
                did.add(step.path("name").asText());
                failed |= !(step.has("run") ? runs(step, all) : acts(step, all));
            }
        }
        return !failed;
    }

    /** The names of the steps that were begun. */
    List<String> did() {
        return List.copyOf(did);
    }

    /** Everything that was printed. */
    String said() {
        return said.toString();
    }

    /** What a step said that later jobs may ask for. */
    String output(String name) throws IOException {
        return Files.readAllLines(temp.resolve("output")).stream()
                .filter(line -> line.startsWith(name + "="))
                .map(line -> line.substring(name.length() + 1))
                .reduce((first, last) -> last)
                .orElse("");
    }

    String summary() throws IOException {
        return Files.readString(temp.resolve("summary.md"));
    }

    private boolean runs(JsonNode step, Map<String, String> context) throws IOException, InterruptedException {
        Path script =
                Files.writeString(temp.resolve("step.sh"), step.path("run").asText());
        Map<String, String> environment = new HashMap<>(variables);
        step.path("env")
                .properties()
                .forEach(entry -> environment.put(
                        entry.getKey(), Expression.filled(entry.getValue().asText(), context)));
        environment.put("PATH", path());
        for (String file : List.of("GITHUB_STEP_SUMMARY", "GITHUB_PATH", "GITHUB_OUTPUT")) {
            if (!Files.exists(Path.of(environment.get(file)))) {
                Files.createFile(Path.of(environment.get(file)));
            }
        }
        Command.Outcome outcome = Command.of("bash", "--noprofile", "--norc", "-eo", "pipefail", script)
                .in(workspace)
                .with(environment)
                .run();
        said.append(outcome.out()).append(outcome.err());
        return outcome.exit() == 0;
    }

    private boolean acts(JsonNode step, Map<String, String> context) throws IOException {
        String action = step.path("uses").asText().replaceFirst("@.*", "");
        Path place = Path.of(Expression.filled(step.path("with").path("path").asText("none"), context));
        if (action.equals("actions/upload-artifact")) {
            copy(place, artifacts);
        } else if (action.equals("actions/download-artifact")) {
            copy(artifacts, place);
        }
        return true;
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        if (Files.isDirectory(from)) {
            try (Stream<Path> files = Files.list(from)) {
                for (Path file : files.toList()) {
                    Files.copy(file, to.resolve(file.getFileName()));
                }
            }
        }
    }

    private String path() throws IOException {
        Path added = temp.resolve("path");
        String before = variables.getOrDefault("PATH", System.getenv("PATH"));
        return Files.exists(added)
                ? String.join(File.pathSeparator, Files.readAllLines(added)) + File.pathSeparator + before
                : before;
    }
}
