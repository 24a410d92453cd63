package dev.drift.it.tools;

import java.io.IOException;
import java.nio.file.Path;

/** How to install a tool on a machine that lacks it. */
interface Recipe {

    /**
     * Leaves the tool in a folder.
     *
     * @param folder empty, and not yet at the place where the tool will live: nothing may remember its path
     */
    void install(Path folder) throws IOException, InterruptedException;
}
