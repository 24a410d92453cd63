package dev.drift.cli.doctor;

import dev.drift.code.IacTool;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the tools that stacks need are there, and are what they seem.
 *
 * @param tools the tools that stacks need
 * @param path the folders of programs, as {@code PATH} writes them
 */
public record ToolExamination(Set<IacTool> tools, String path) {

    public ToolExamination {
        tools = Set.copyOf(tools);
    }

    /** Tools that are missing, and tools in a wrapper of a setup action, which leaves the real one beside it. */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (IacTool tool : tools.stream().sorted().toList()) {
            Optional<Path> program = program(tool.command());
            if (program.isEmpty()) {
                findings.add(new Finding(
                        "missing-tool",
                        tool.command() + " is not on PATH, and stacks need it",
                        "Install it, or name another one by tool in drift.yaml"));
            }
            program.filter(found -> Files.exists(found.resolveSibling(tool.command() + "-bin")))
                    .ifPresent(wrapper -> findings.add(new Finding(
                            "wrapped-tool",
                            wrapper + " is a wrapper that changes what " + tool.command() + " prints and how it exits",
                            "Set " + tool.command() + "_wrapper: false where the workflow sets it up")));
        }
        return findings;
    }

    private Optional<Path> program(String name) {
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> at(folder, name).stream())
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Optional<Path> at(String folder, String name) {
        try {
            return Optional.of(Path.of(folder, name));
        } catch (InvalidPathException noFolder) {
            return Optional.empty();
        }
    }
}
