package dev.drift.terramate.code;

import dev.drift.code.CodeException;
import dev.drift.terramate.hcl.Block;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Which modules beside it the code of a directory calls, in any file that Terraform or OpenTofu may read there. Each directory
 * is read once. Not safe for use by several threads.
 */
public final class ModuleCalls {

    private final Path root;
    private final Map<Path, List<Path>> known = new HashMap<>();

    /** For code below a directory, from which messages name files. */
    public ModuleCalls(Path root) {
        this.root = root;
    }

    /**
     * The directories of the modules called, in the order of files and calls. A source that only an evaluation would tell,
     * and one that has to be fetched, is left out.
     *
     * @throws CodeException if a file cannot be read as code, or a module inside of the root is not there
     */
    public List<Path> of(Path directory) {
        return known.computeIfAbsent(directory, this::read);
    }

    /**
     * The directory that a source names, seen from another one.
     *
     * @return empty if it is nowhere below the root
     * @throws CodeException if there is none
     */
    public Optional<Path> place(Path caller, String source, String where) {
        Path place = caller.resolve(source).normalize();
        if (!place.startsWith(root)) {
            return Optional.empty();
        }
        if (!Files.isDirectory(place)) {
            throw new CodeException(where + ": There is no module at \"" + source + "\"");
        }
        return Optional.of(place);
    }

    /** Whether a source lies beside the code and need not be fetched. */
    public static boolean isLocal(String source) {
        return source.startsWith("./") || source.startsWith("../");
    }

    private List<Path> read(Path directory) {
        List<Path> called = new ArrayList<>();
        for (String file : new TreeSet<>(ModuleFiles.names(directory, name(directory)))) {
            if (ModuleFiles.isCode(file)) {
                CodeFile.read(directory.resolve(file), name(directory.resolve(file))).body().blocks("module").stream()
                        .filter(block -> block.labels().size() == 1)
                        .forEach(block -> local(directory, block).ifPresent(called::add));
            }
        }
        return called;
    }

    private Optional<Path> local(Path directory, Block module) {
        return Literals.text(module.body(), "source")
                .filter(ModuleCalls::isLocal)
                .flatMap(source -> place(directory, source, module.header().toString()));
    }

    private String name(Path file) {
        String name = root.relativize(file).toString();
        return name.isEmpty() ? "." : name;
    }
}
