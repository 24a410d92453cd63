package dev.drift.aws.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * A tool whose {@code init} does what a test tells it. It keeps what it was called with: a line for every call in {@code
 * calls}, and the last call's configuration, lock file and environment in {@code main.tf}, {@code lock} and {@code
 * environment}, all in its own folder.
 */
public record ScriptedTool(Path folder) {

    /** A program of that name, in a folder fit for a {@code PATH}, that runs these lines of shell in each call. */
    public static ScriptedTool write(Path folder, String name, String init) throws IOException {
        Path program = Files.createDirectories(folder).resolve(name);
        Files.writeString(program, """
                #!/bin/sh
                echo "$(basename "$0") $*" >> '%1$s/calls'
                cp main.tf '%1$s/main.tf'; cp .terraform.lock.hcl '%1$s/lock'; env > '%1$s/environment'
                %2$s
                """.formatted(folder, init), UTF_8);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new ScriptedTool(folder);
    }

    /** Copies the package into the plugin cache and links to it, as the tools do with what they download. */
    public static String downloading(Path unpacked, String place) {
        return """
                mkdir -p "$TF_PLUGIN_CACHE_DIR/%1$s" ".terraform/providers/$(dirname '%1$s')"
                cp '%2$s'/* "$TF_PLUGIN_CACHE_DIR/%1$s/"
                ln -s "$TF_PLUGIN_CACHE_DIR/%1$s" '.terraform/providers/%1$s'
                """.formatted(place, unpacked);
    }

    /** Links to the package where it lies, as the tools do with mirrors. */
    public static String linking(Path unpacked, String place) {
        return """
                mkdir -p ".terraform/providers/$(dirname '%1$s')"
                ln -s '%2$s' '.terraform/providers/%1$s'
                """.formatted(place, unpacked);
    }

    public List<String> calls() throws IOException {
        Path calls = folder.resolve("calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    public String kept(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }
}
