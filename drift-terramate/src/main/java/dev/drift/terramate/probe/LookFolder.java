package dev.drift.terramate.probe;

import dev.drift.terramate.process.ProcessIdentity;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The private folder of one look: the tool's data, the plan and its JSON. Closing it deletes everything, also while the thread
 * is interrupted.
 */
record LookFolder(Path path, FileChannel lock) implements AutoCloseable {

    private static final int ATTEMPTS = 3;

    Path plan() {
        return path.resolve("plan");
    }

    Path json() {
        return path.resolve("plan.json");
    }

    /** The plan for people. */
    Path text() {
        return path.resolve("plan.txt");
    }

    /** The names of the workspaces. */
    Path workspaces() {
        return path.resolve("workspaces.txt");
    }

    Path data() {
        return path.resolve("data");
    }

    /** Says who works in it, so that it stays as long as that process lives, whatever becomes of this one. */
    void lendTo(ProcessIdentity process) throws IOException {
        Files.writeString(path.resolve(LookFolders.USER), process.text());
    }

    /** A folder below this one, made if it is not there. */
    Path folder(String name) throws IOException {
        return Files.createDirectories(path.resolve(name));
    }

    @Override
    public void close() throws IOException {
        lock.close();
        for (int attempt = 1; Files.exists(path); attempt++) {
            try {
                LookFolders.close(path);
            } catch (IOException stillWritten) {
                if (attempt == ATTEMPTS) {
                    throw stillWritten;
                }
            }
        }
    }
}
