package dev.drift.terramate.probe;

import dev.drift.stack.Stack;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * What the files that a tool names are called from the root of the repository.
 *
 * @param stack whose code it is, in whose directory the tool works
 * @param folder the private folder of the look, where modules from elsewhere lie
 */
record CodePlaces(Stack stack, Path folder) {

    /** {@code stacks/web/main.tf} for {@code main.tf}; what lies in no repository as the tool names it, without private folders. */
    String named(String file) {
        try {
            Path named = Path.of(file);
            if (!named.isAbsolute()) {
                return inRepository(Path.of(stack.path().value()).resolve(named));
            }
            Path normal = named.normalize();
            Path directory = stack.directory().normalize();
            if (normal.startsWith(directory)) {
                return inRepository(Path.of(stack.path().value()).resolve(directory.relativize(normal)));
            }
            return normal.startsWith(folder) ? folder.relativize(normal).toString() : file;
        } catch (InvalidPathException odd) {
            return file;
        }
    }

    private static String inRepository(Path path) {
        String normal = path.normalize().toString();
        return normal.startsWith("/") ? normal.substring(1) : normal;
    }
}
