package dev.drift.terramate.probe;

import dev.drift.code.IacTool;
import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbePhase;
import dev.drift.terramate.process.ToolPath;
import dev.drift.terramate.process.UserEnvironment;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The program of a tool.
 *
 * @param tool which tool
 * @param file where it is
 */
record Program(IacTool tool, Path file) {

    private static final String WRAPPED = "[command]";

    /** The program the settings name, else the one on the {@code PATH} of the look. */
    static Program find(IacTool tool, PlanSettings settings, UserEnvironment environment) throws ProbeException {
        Optional<Path> named = Optional.ofNullable(settings.executables().get(tool));
        if (named.isPresent() && !Files.isExecutable(named.get())) {
            throw new ProbeException(
                    ProbePhase.INIT, "the program given for " + tool.command() + " cannot be run: " + named.get());
        }
        return named.or(() -> ToolPath.find(tool.command(), environment))
                .map(file -> new Program(tool, unwrapped(file)))
                .orElseThrow(
                        () -> new ProbeException(ProbePhase.INIT, tool.command() + " is not installed or not on PATH"));
    }

    /** The tool a stack looks like it is made for: what its files say, then what is installed. */
    static IacTool guessed(Path directory, UserEnvironment environment) {
        if (Files.exists(directory.resolve("terragrunt.hcl"))
                || Files.exists(directory.resolve("terragrunt.hcl.json"))) {
            return IacTool.TERRAGRUNT;
        }
        if (hasTofuFiles(directory)) {
            return IacTool.TOFU;
        }
        boolean onlyTofu =
                ToolPath.find(IacTool.TERRAFORM.command(), environment).isEmpty()
                        && ToolPath.find(IacTool.TOFU.command(), environment).isPresent();
        return onlyTofu ? IacTool.TOFU : IacTool.TERRAFORM;
    }

    private static boolean hasTofuFiles(Path directory) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.{tofu,tofu.json}")) {
            return files.iterator().hasNext();
        } catch (IOException unreadable) {
            return false;
        }
    }

    /**
     * The setup actions of GitHub put a script in front of the tool that prints more than the tool does; the tool itself lies
     * beside it.
     */
    static Path unwrapped(Path file) {
        Path real = file.resolveSibling(file.getFileName() + "-bin");
        return Files.isRegularFile(real) && Files.isExecutable(real) ? real : file;
    }

    /**
     * Cuts off what OpenTofu warns of before the JSON it was asked for. Says so if what should be JSON begins with something else,
     * such as what the setup actions' script prints before it.
     */
    void requirePlainOutput(Path json) throws ProbeException {
        try {
            Leading leading = Leading.of(json);
            if (leading.text().startsWith(WRAPPED)) {
                throw new ProbeException(
                        ProbePhase.SHOW,
                        "the " + tool.command() + " on PATH is the wrapper of a setup action, which prints more than"
                                + " the plan: switch the wrapper off");
            }
            leading.cutWarnings(json);
        } catch (IOException unreadable) {
            throw new ProbeException(
                    ProbePhase.READ, "the plan cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }
}
