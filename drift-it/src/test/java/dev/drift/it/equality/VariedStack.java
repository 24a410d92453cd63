package dev.drift.it.equality;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drift.it.cloud.Console;
import dev.drift.it.tools.Command;
import dev.drift.it.tools.FileTree;
import dev.drift.stack.Stack;
import dev.drift.stack.StackPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One stack with some of everything a plan can hold, in an account that is not its own alone.
 *
 * @param tool the program that plans it
 * @param folder for the code, the pages and the folders of the tool
 * @param name begins the names of its objects
 * @param environment to reach the account
 */
record VariedStack(Path tool, Path folder, String name, Map<String, String> environment) {

    private static final String REGION = "eu-central-1";

    VariedStack {
        requireNonNull(tool, "tool is null");
        requireNonNull(folder, "folder is null");
        requireNonNull(name, "name is null");
        environment = Map.copyOf(environment);
    }

    /** Writes the code as it was at first. */
    static VariedStack create(Path tool, Path folder, String name, Map<String, String> environment) throws IOException {
        Map<String, String> all = new HashMap<>(environment);
        all.put("TF_VAR_name", name);
        all.put("TF_VAR_folder", folder.resolve("pages").toString());
        all.put("TF_VAR_password", "correct horse");
        VariedStack stack = new VariedStack(tool, folder, name, all);
        Files.createDirectories(folder.resolve("pages"));
        stack.lay("common");
        stack.lay("before");
        return stack;
    }

    void apply() throws IOException, InterruptedException {
        run("alone", Map.of(), "init", "-input=false", "-no-color");
        run("alone", Map.of(), "apply", "-auto-approve", "-input=false", "-no-color");
    }

    /** Changes what is live, as people do, and then the code. */
    void live() throws IOException {
        Console console = new Console(URI.create(requireNonNull(environment.get("AWS_ENDPOINT_URL"), "no endpoint")));
        console.scaleService(REGION, name + "-web", 5);
        console.scaleService("eu-west-1", name + "-west", 3);
        console.openPort(REGION, name + "-group", 22);
        console.openPort(REGION, name + "-bare", 3389);
        console.writeInlinePolicy(name + "-role", "break-glass");
        console.provisionReads(REGION, name + "-table", 20);
        console.tagTable(REGION, name + "-table", "cost-centre", "4711");
        console.deleteParameter(REGION, "/" + name + "/lost");
        console.writeParameter(REGION, "/" + name + "/edited", "String", "by hand");
        console.writeParameter(REGION, "/" + name + "/secret", "SecureString", "battery staple");
        console.writeParameter(REGION, "/" + name + "/adopted", "String", "made by hand");
        Path pages = folder.resolve("pages");
        Path edited = pages.resolve(name + "-1.json");
        Files.writeString(edited, Files.readString(edited).replace("page 1", "scribbled over"));
        Files.delete(pages.resolve(name + "-2.json"));
        lay("after");
    }

    /** The plan as {@code show -json} tells it, made in a folder of its own with variables on top of the usual ones. */
    String plan(String manner, Map<String, String> variables) throws IOException, InterruptedException {
        Path plan = folder.resolve(manner + ".plan");
        run(manner, variables, "init", "-input=false", "-no-color", "-lockfile=readonly");
        run(manner, variables, "plan", "-input=false", "-lock=false", "-no-color", "-out=" + plan);
        return run(manner, variables, "show", "-json", plan.toString());
    }

    Stack stack() {
        return new Stack(StackPath.of("/" + name), Optional.empty(), name, "", List.of(), code());
    }

    Optional<Set<String>> typesInState() {
        try {
            JsonNode state = new ObjectMapper()
                    .readTree(code().resolve("terraform.tfstate").toFile());
            return Optional.of(Set.copyOf(state.path("resources").findValuesAsText("type")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path code() {
        return folder.resolve("code");
    }

    private String run(String manner, Map<String, String> variables, String... words)
            throws IOException, InterruptedException {
        return Command.of(Stream.concat(Stream.of(tool), Stream.of(words)).toArray())
                .in(code())
                .with(environment)
                .with(Map.of("TF_DATA_DIR", folder.resolve(manner).toString()))
                .with(variables)
                .output();
    }

    private void lay(String layer) throws IOException {
        try {
            Path source =
                    Path.of(requireNonNull(VariedStack.class.getResource("/equality/" + layer), "no layer " + layer)
                            .toURI());
            FileTree.copy(source, code());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }
}
