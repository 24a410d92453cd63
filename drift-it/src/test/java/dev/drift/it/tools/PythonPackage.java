package dev.drift.it.tools;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/** A package of the Python index that brings one program of its own name, which needs no Python once it is there. */
record PythonPackage(String name, String version) implements Recipe {

    PythonPackage {
        requireNonNull(name, "name is null");
        requireNonNull(version, "version is null");
    }

    @Override
    public void install(Path folder) throws IOException, InterruptedException {
        Path environment = Files.createTempDirectory("python-package");
        try {
            Command.of("python3", "-m", "venv", environment).output();
            Command.of(
                            environment.resolve("bin/python"),
                            "-m",
                            "pip",
                            "install",
                            "--quiet",
                            "--only-binary=:all:",
                            name + "==" + version)
                    .within(Duration.ofMinutes(10))
                    .output();
            Files.copy(
                    environment.resolve("bin").resolve(name), folder.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
        } finally {
            FileTree.remove(environment);
        }
    }
}
