package dev.drift.it.tools;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** A Python virtual environment with moto in it. The environment is not moved after it is made: its scripts are not used. */
record MotoEnvironment(String version) implements Recipe {

    @Override
    public void install(Path folder) throws IOException, InterruptedException {
        Command.of("python3", "-m", "venv", folder).output();
        Command.of(folder.resolve("bin/python"), "-m", "pip", "install", "--quiet", "moto[server]==" + version)
                .within(Duration.ofMinutes(10))
                .output();
    }
}
