package dev.drift.it.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A folder that looks to the launcher like a checkout, with a command inside that repeats what it was given. */
final class Checkout {

    private final Path root;
    private final Path output;

    /** Puts the launcher of this project into the folder. */
    Checkout(Path launcher, Path root) throws IOException {
        this.root = Files.createDirectories(root);
        this.output = Files.createTempFile(root, "output", ".txt");
        Files.copy(launcher, root.resolve("drift"));
    }

    Path launcher() {
        return root.resolve("drift");
    }

    Path jar() {
        return root.resolve("drift-cli/target/drift.jar");
    }

    /** Packs the class as the command. */
    void install(Class<?> main) throws IOException {
        writeJar(jar(), main);
    }

    static void writeJar(Path jar, Class<?> main) throws IOException {
        Files.createDirectories(jar.getParent());
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, main.getName());
        String entry = main.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream packed = new JarOutputStream(file, manifest)) {
            packed.putNextEntry(new JarEntry(entry));
            packed.write(main.getResourceAsStream("/" + entry).readAllBytes());
        }
    }

    /** Runs a command in a folder, with variables beside those of this process. */
    Run run(Path folder, Map<String, String> variables, List<String> command) throws Exception {
        Path errors = Files.createTempFile(root, "errors", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        builder.environment().putAll(variables);
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("The launcher did not end: " + command);
        }
        return new Run(
                process.exitValue(),
                Files.readString(output, StandardCharsets.UTF_8),
                Files.readString(errors, StandardCharsets.UTF_8));
    }

    /** How a run ended and what it said. */
    record Run(int exit, String output, String errors) {}
}
