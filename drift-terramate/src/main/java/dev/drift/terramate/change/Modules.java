package dev.drift.terramate.change;

import dev.drift.terramate.code.ModuleCalls;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Which of the modules that code calls, directly or not, a change touches. A module is where it really lies. */
final class Modules {

    private final Path root;
    private final ChangedFiles files;
    private final ModuleCalls calls;

    Modules(Path root, ChangedFiles files) {
        this.root = root;
        this.files = files;
        this.calls = new ModuleCalls(root);
    }

    /** Why the modules called by a directory changed, if any did. */
    Optional<String> calledBy(Path directory) {
        return firstOf(new ArrayDeque<>(calls.of(directory)));
    }

    /** Why the module at a place seen from a directory changed, if it or one that it calls did. */
    Optional<String> at(String source, Path caller, String where) {
        return calls.place(caller, source, where).flatMap(place -> firstOf(new ArrayDeque<>(Set.of(place))));
    }

    private Optional<String> firstOf(Deque<Path> waiting) {
        Set<Path> seen = new HashSet<>();
        while (!waiting.isEmpty()) {
            Path module = waiting.pop();
            Path real = real(module);
            Optional<String> changed = files.touching(path(module)).or(() -> touchingReal(real));
            if (changed.isPresent()) {
                return Optional.of(changed.get() + " in module " + path(module) + " changed");
            }
            if (seen.add(real) && real.startsWith(root)) {
                waiting.addAll(calls.of(module));
            }
        }
        return Optional.empty();
    }

    private Optional<String> touchingReal(Path real) {
        return real.startsWith(root) ? files.touching(path(real)) : Optional.empty();
    }

    private String path(Path place) {
        return "/" + root.relativize(place);
    }

    private static Path real(Path directory) {
        try {
            return directory.toRealPath();
        } catch (IOException vanished) {
            return directory;
        }
    }
}
