package dev.drift.terramate;

import static dev.drift.code.IacTool.TERRAFORM;

import dev.drift.observation.DriftProbe;
import dev.drift.stack.Stack;
import dev.drift.stack.StackPath;
import dev.drift.terramate.probe.PlanSettings;
import dev.drift.testing.DriftProbeContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs({OS.LINUX, OS.MAC})
class PlanProbeTest extends DriftProbeContract {

    private static final String PLAN = "{\"format_version\":\"1.2\",\"resource_drift\":["
            + "{\"address\":\"a.z\",\"mode\":\"managed\",\"type\":\"a\",\"change\":{\"actions\":[\"update\"],"
            + "\"before\":{\"id\":\"1\"},\"after\":{\"id\":\"1\"}}},"
            + "{\"address\":\"a.b\",\"mode\":\"managed\",\"type\":\"a\",\"change\":{\"actions\":[\"delete\"],"
            + "\"before\":{\"id\":\"2\"},\"after\":null}}]}";

    @TempDir
    private Path folder;

    @BeforeEach
    void installTool() throws IOException {
        Path tool = Files.write(
                folder.resolve("terraform"),
                List.of(
                        "#!/bin/sh",
                        "case $1 in -chdir=*) cd ${1#-chdir=}; shift;; esac",
                        "for word in \"$@\"; do case $word in -out=*) out=${word#-out=};; esac; done",
                        "if [ $1 = init ] && [ -e unreadable ]; then echo 'Error: no such module' >&2; exit 1; fi",
                        "if [ $1 = plan ] && [ -e lasting ]; then echo 'a.b: Reading...'; sleep 600; fi",
                        "[ $1 = plan ] && touch $out",
                        "[ $1 = show ] && echo '" + PLAN + "'",
                        "exit 0"));
        Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwx------"));
    }

    @Override
    protected DriftProbe probe() {
        return PlanProbe.with(PlanSettings.standard()
                .withTool(TERRAFORM)
                .withExecutable(TERRAFORM, folder.resolve("terraform"))
                .withTemporaryFolder(folder.resolve("looks")));
    }

    @Override
    protected Stack drifted() {
        return stack("drifted");
    }

    @Override
    protected Stack unreadable() {
        return stack("unreadable");
    }

    @Override
    protected Stack lasting() {
        return stack("lasting");
    }

    @Override
    protected boolean isAnythingLeft() {
        try (Stream<Path> looks = Files.list(folder.resolve("looks"))) {
            return looks.findAny().isPresent();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A stack whose directory holds one file, named like the stack. */
    private Stack stack(String name) {
        Path directory = folder.resolve(name);
        try {
            Files.createDirectories(directory);
            if (Files.notExists(directory.resolve(name))) {
                Files.createFile(directory.resolve(name));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return new Stack(StackPath.of("/" + name), Optional.empty(), name, "", List.of(), directory);
    }
}
