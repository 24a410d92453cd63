package dev.drift.code;

import java.nio.file.Path;

/**
 * Reads the facts of a stack's code. Nothing is executed, nothing is fetched, and nothing outside the directory, the
 * local modules it names and the files whose paths it writes out is read. May be called from several threads.
 */
@FunctionalInterface
public interface CodeReader {

    /**
     * The facts of the code in a directory.
     *
     * @throws CodeException if the code cannot be read as a whole, with the file and line of what is wrong
     */
    StackCode read(Path directory);
}
