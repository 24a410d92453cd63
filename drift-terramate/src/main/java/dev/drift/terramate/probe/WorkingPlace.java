package dev.drift.terramate.probe;

import dev.drift.code.IacTool;
import dev.drift.stack.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where and how the tool is called so that the checkout stays as it is.
 *
 * @param directory where the process runs
 * @param start the words before the sub-command
 * @param lockFile whether the stack has a dependency lock file, which then holds
 * @param likeness the folder that stands for the checkout, if there is one; its path is cut out of messages
 */
record WorkingPlace(Path directory, List<String> start, boolean lockFile, Optional<Path> likeness) {

    private static final String LOCK_FILE = ".terraform.lock.hcl";

    WorkingPlace {
        start = List.copyOf(start);
    }

    /** The stack's own directory where that is safe, else a likeness of it. */
    static WorkingPlace of(Stack stack, Program program, LookFolder folder) throws IOException {
        Path directory = stack.directory();
        String file = program.file().toString();
        boolean locked = Files.exists(directory.resolve(LOCK_FILE));
        Path into = folder.path().resolve("likeness");
        if (program.tool() == IacTool.TERRAGRUNT) {
            Path likeness = Mirror.ofAll(checkout(stack), directory, into);
            return new WorkingPlace(likeness, List.of(file, "run", "--"), locked, Optional.of(into));
        }
        if (locked) {
            return new WorkingPlace(directory, List.of(file), true, Optional.empty());
        }
        Path likeness = Mirror.ofWay(checkout(stack), directory, into);
        return new WorkingPlace(directory, List.of(file, "-chdir=" + likeness), false, Optional.of(into));
    }

    /** The stack's own directory, for what never writes. */
    static WorkingPlace inCheckout(Stack stack, Program program) {
        return new WorkingPlace(stack.directory(), List.of(program.file().toString()), false, Optional.empty());
    }

    /** The whole command line of a sub-command. */
    List<String> words(List<String> subCommand) {
        return Stream.concat(start.stream(), subCommand.stream()).toList();
    }

    /** The stack's own directory, for an apply: states, and files that the code writes, belong there. */
    static WorkingPlace inPlace(Stack stack, Program program) {
        String file = program.file().toString();
        boolean locked = Files.exists(stack.directory().resolve(LOCK_FILE));
        List<String> start = program.tool() == IacTool.TERRAGRUNT ? List.of(file, "run", "--") : List.of(file);
        return new WorkingPlace(stack.directory(), start, locked, Optional.empty());
    }

    /** The dependency lock file of the directory, which may not be there. */
    Path lockPath() {
        return directory.resolve(LOCK_FILE);
    }

    /** The sub-command that initialises, with the lock file as it is. */
    List<String> initialising() {
        List<String> words = new ArrayList<>(List.of("init", "-input=false", "-no-color"));
        if (lockFile) {
            words.add("-lockfile=readonly");
        }
        return words;
    }

    /** The root of the repository, by the path of the stack in it; else what git takes for it. */
    static Path checkout(Stack stack) {
        Path directory = stack.directory().normalize();
        Path within = Path.of(stack.path().value().substring(1));
        if (stack.path().value().equals("/")) {
            return directory;
        }
        if (directory.endsWith(within)) {
            return directory.getRoot().resolve(directory.subpath(0, directory.getNameCount() - within.getNameCount()));
        }
        return Stream.iterate(Optional.of(directory), Optional::isPresent, above -> above.map(Path::getParent))
                .flatMap(Optional::stream)
                .filter(above -> Files.exists(above.resolve(".git")))
                .findFirst()
                .orElse(directory);
    }
}
