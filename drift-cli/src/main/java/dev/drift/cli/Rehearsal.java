package dev.drift.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.drift.cli.wiring.Wiring;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Meets the classes that commands need, so that the archive of classes that the build makes of this process holds them: half a
 * second of a core for every run that speaks with Terramate Cloud, and more for one that looks at stacks. Never run by users.
 */
final class Rehearsal {

    /** What is ours, and what speaks with others; of everything else there is more than any command needs. */
    private static final List<String> MET = List.of(
            "dev/drift/",
            "okhttp3/",
            "okio/",
            "io/github/resilience4j/",
            "io/grpc/",
            "io/netty/",
            "com/google/protobuf/",
            "com/google/common/",
            "org/msgpack/core/",
            "com/fasterxml/jackson/");

    private static final String CLASS = ".class";

    private Rehearsal() {}

    /**
     * Reads the jar that the first argument names, judges the plan that the second does, and looks at a stack that no tool is there
     * for.
     */
    public static void main(String[] arguments) throws IOException {
        Main.hastenLibraries();
        try (JarFile jar = new JarFile(Path.of(arguments[0]).toFile())) {
            jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.endsWith(CLASS) && MET.stream().anyMatch(name::startsWith))
                    .forEach(name -> meet(
                            name.substring(0, name.length() - CLASS.length()).replace('/', '.')));
        }
        Path folder = Files.createTempDirectory("drift-rehearsal");
        try {
            rehearse(folder, Path.of(arguments[1]).toAbsolutePath().toString());
        } finally {
            try (Stream<Path> left = Files.walk(folder)) {
                left.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        }
    }

    private static void meet(String name) {
        try {
            Class.forName(name, false, Rehearsal.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError notForThisPlatform) {
            // Libraries hold classes for other platforms, which nothing here will need.
        }
    }

    private static void rehearse(Path folder, String plan) throws IOException {
        Files.writeString(folder.resolve("terramate.tm.hcl"), "terramate {\n  required_version = \">= 0.1.0\"\n}\n");
        Files.writeString(
                folder.resolve("stack.tm.hcl"),
                "stack {\n  name = \"rehearsal\"\n  tags = [\"environment/prod\", \"region/eu-west-1\"]\n}\n");
        Files.writeString(folder.resolve("main.tf"), "resource \"terraform_data\" \"this\" {}\n");
        Files.writeString(
                folder.resolve("drift.yaml"),
                "version: 1\nenvironments:\n  prod: { regions: [eu-west-1], schedule: \"0 */6 * * *\", freshness: 6h }\n");
        run(folder, "judge", plan);
        run(folder, "list");
        run(folder, "status");
        run(folder, "detect", "--no-deliver", "--report", "json=one.json", "--report", "markdown=one.md");
        run(
                folder,
                "merge",
                "one.json",
                "--format",
                "json",
                "--report",
                "junit=one.xml",
                "--report",
                "sarif=one.sarif");
    }

    /** Where nothing can be found, neither a tool nor an account, and nobody reads what is said. */
    private static void run(Path folder, String... command) {
        PrintStream nobody = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
        Map<String, String> environment =
                Map.of("HOME", folder.toString(), "PATH", folder.toString(), "AWS_EC2_METADATA_DISABLED", "true");
        Cli.run(
                List.of(command),
                new Surroundings(
                        InputStream.nullInputStream(), nobody, nobody, environment, folder, Terminal.ofThisProcess()),
                new Wiring());
    }
}
