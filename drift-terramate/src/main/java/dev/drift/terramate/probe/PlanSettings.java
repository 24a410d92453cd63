package dev.drift.terramate.probe;

import static java.util.Objects.requireNonNull;

import dev.drift.code.CodeReader;
import dev.drift.code.IacTool;
import dev.drift.terramate.code.TerraformCode;
import dev.drift.terramate.environment.RunEnvironment;
import dev.drift.terramate.environment.StackEnvironment;
import dev.drift.terramate.process.UserEnvironment;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * How the plan probe looks.
 *
 * @param tool the tool for every stack; empty to take what each stack looks like
 * @param executables the programs of tools that are not to be taken from the {@code PATH}
 * @param temporaryFolder where the private folders of looks are made
 * @param user the environment the tools are run in, before anything is laid over it
 * @param stackEnvironment what the code of a stack adds to that environment
 * @param code reads the {@code ignore_changes} of a stack
 */
public record PlanSettings(
        Optional<IacTool> tool,
        Map<IacTool, Path> executables,
        Path temporaryFolder,
        UserEnvironment user,
        StackEnvironment stackEnvironment,
        CodeReader code) {

    public PlanSettings {
        requireNonNull(tool, "tool is null");
        Map<IacTool, Path> copy = new EnumMap<>(IacTool.class);
        copy.putAll(executables);
        executables = Map.copyOf(copy);
        requireNonNull(temporaryFolder, "temporaryFolder is null");
        requireNonNull(user, "user is null");
        requireNonNull(stackEnvironment, "stackEnvironment is null");
        requireNonNull(code, "code is null");
    }

    /** The environment of this process with each stack's {@code run.env}, and the tool each stack looks like. */
    public static PlanSettings standard() {
        return new PlanSettings(
                Optional.empty(),
                Map.of(),
                Path.of(System.getProperty("java.io.tmpdir")),
                UserEnvironment.ofThisProcess(),
                new RunEnvironment(),
                TerraformCode.standard());
    }

    /** The tool for the stack in a directory. */
    public IacTool toolOf(Path directory) {
        return tool.orElseGet(() -> Program.guessed(directory, user));
    }

    /** With one tool for every stack. */
    public PlanSettings withTool(IacTool always) {
        return new PlanSettings(Optional.of(always), executables, temporaryFolder, user, stackEnvironment, code);
    }

    /** With the program of a tool. */
    public PlanSettings withExecutable(IacTool of, Path program) {
        Map<IacTool, Path> more = new EnumMap<>(IacTool.class);
        more.putAll(executables);
        more.put(of, program.toAbsolutePath());
        return new PlanSettings(tool, more, temporaryFolder, user, stackEnvironment, code);
    }

    /** With another place for the private folders of looks. */
    public PlanSettings withTemporaryFolder(Path folder) {
        return new PlanSettings(tool, executables, folder.toAbsolutePath(), user, stackEnvironment, code);
    }

    /** With another environment to start from. */
    public PlanSettings withUser(UserEnvironment environment) {
        return new PlanSettings(tool, executables, temporaryFolder, environment, stackEnvironment, code);
    }

    /** With what the code of a stack adds to the environment. */
    public PlanSettings withStackEnvironment(StackEnvironment environment) {
        return new PlanSettings(tool, executables, temporaryFolder, user, environment, code);
    }

    /** With a reader of the stack's code. */
    public PlanSettings withCode(CodeReader reader) {
        return new PlanSettings(tool, executables, temporaryFolder, user, stackEnvironment, reader);
    }
}
