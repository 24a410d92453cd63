package dev.drift.terramate.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** A tool written for one test, in the language of the shell. */
record Script(Path file) {

    static Script of(Path folder, String... lines) throws IOException {
        Path file = Files.writeString(folder.resolve("tool"), "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return new Script(file);
    }

    ToolRun run() throws Exception {
        return run(Duration.ofMinutes(1), line -> {});
    }

    ToolRun run(Duration timeout, Consumer<String> lines) throws Exception {
        return ToolProcess.run(command(), Deadline.in(timeout), lines);
    }

    ToolCommand command() {
        return new ToolCommand(
                List.of(file.toString()),
                file.getParent(),
                UserEnvironment.ofThisProcess().with("COLOUR", "blue"));
    }
}
