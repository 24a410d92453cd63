package dev.drift.aws.live;

import dev.drift.file.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The full plans that are remembered, each in a file that only its owner can read, and that only our key opens. A file that is not whole, was written by
 * others or for another stack is as good as none. For any number of threads and processes.
 */
final class FullPlans {

    private static final long LARGEST = 4L << 20;

    private final Path folder;
    private final Seal seal;

    FullPlans(Path folder, Seal seal) {
        this.folder = folder;
        this.seal = seal;
    }

    Seal seal() {
        return seal;
    }

    Optional<FullPlan> find(String name) {
        try {
            Path file = folder.resolve(name);
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                return Optional.empty();
            }
            return seal.opened(name, Files.readAllBytes(file)).flatMap(FullPlan::read);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** What cannot be written down is planned again by the next run. */
    void keep(String name, FullPlan plan) {
        try {
            PrivateFiles.write(folder.resolve(name), seal.closed(name, plan.toBytes()));
        } catch (IOException full) {
            forget(name);
        }
    }

    void forget(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name));
        } catch (IOException stays) {
            // It is held against the code and the state before it is believed.
        }
    }
}
