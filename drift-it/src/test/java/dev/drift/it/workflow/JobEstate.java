package dev.drift.it.workflow;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drift.it.tools.Command;
import dev.drift.it.tools.RealTools;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/**
 * A repository whose generated jobs are executed: its Drift is the one of this build, downloaded by a program that takes it from
 * {@code published.jar}. What jobs hand over lies in {@code artifacts}.
 */
record JobEstate(Path folder, Path root) {

    private static final String STACK =
            "stack {\n  name = \"web\"\n  tags = [\"environment/prod\", \"region/%s\"]\n}\n";

    JobEstate {
        requireNonNull(folder, "folder is null");
        requireNonNull(root, "root is null");
    }

    /** Without stacks, with the environment {@code prod} in two regions. */
    static JobEstate in(Path folder) throws IOException {
        JobEstate estate = new JobEstate(folder, Files.createDirectories(folder.resolve("estate")));
        Files.writeString(
                estate.root.resolve("terramate.tm.hcl"), "terramate {\n  required_version = \"~> 0.17\"\n}\n");
        Path jar = jar(estate.published());
        estate.program("curl", """
                while [ "$1" != --output ]; do shift; done
                [ "$3" = https://downloads.example.com/drift.jar ] && cp '%s' "$2"
                """.formatted(jar));
        Files.writeString(estate.root.resolve("drift.yaml"), """
                version: 1
                environments:
                  prod: { regions: [eu-central-1, eu-west-1] }
                workflows:
                  drift: { url: "https://downloads.example.com/drift.jar", sha256: "%s" }
                  terraform: 1.11.4
                """.formatted(sha256(jar)));
        return estate;
    }

    /** What is downloaded. */
    Path published() {
        return folder.resolve("published.jar");
    }

    JsonNode job(String file, String job) throws IOException {
        return GeneratedWorkflows.of(root.resolve("drift.yaml")).job(file, job);
    }

    Path artifacts() {
        return folder.resolve("artifacts");
    }

    /** A stack of {@code prod} in a region. */
    Path stack(String region, String code) throws IOException {
        Path stack = Files.createDirectories(root.resolve("stacks/prod").resolve(region));
        Files.writeString(stack.resolve("stack.tm.hcl"), STACK.formatted(region));
        Files.writeString(stack.resolve("main.tf"), code);
        return stack;
    }

    static void apply(Path stack) throws IOException, InterruptedException {
        Command.of(RealTools.terraform(), "init", "-input=false").in(stack).output();
        Command.of(RealTools.terraform(), "apply", "-input=false", "-auto-approve")
                .in(stack)
                .output();
    }

    /** A program that every job finds before those of the machine. */
    void program(String name, String script) throws IOException {
        Path program = Files.createDirectories(folder.resolve("bin")).resolve(name);
        Files.writeString(program, "#!/bin/bash\n" + script);
        if (!program.toFile().setExecutable(true)) {
            throw new IOException("cannot be made a program: " + program);
        }
    }

    /** A fresh machine with more variables. */
    Runner runner(String name, Map<String, String> more) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin").toString();
        Map<String, String> given = new HashMap<>(more);
        given.put(
                "PATH", String.join(File.pathSeparator, folder.resolve("bin").toString(), java, System.getenv("PATH")));
        given.put("HOME", folder.toString());
        return new Runner(root, folder.resolve(name), artifacts(), given);
    }

    /** A jar that is the Drift of this build. */
    private static Path jar(Path place) throws IOException {
        Attributes main = new Attributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.put(Attributes.Name.MAIN_CLASS, "dev.drift.cli.Main");
        main.put(
                Attributes.Name.CLASS_PATH,
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(entry -> !entry.isEmpty())
                        .map(entry -> Path.of(entry).toUri().toString())
                        .collect(Collectors.joining(" ")));
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().putAll(main);
        try (OutputStream out = Files.newOutputStream(place);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            jar.flush();
        }
        return place;
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
