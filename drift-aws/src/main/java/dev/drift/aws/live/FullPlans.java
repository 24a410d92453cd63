package dev.drift.aws.live;

import dev.drift.aws.shared.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * The full plans that are remembered, each in a file that only its owner can read. A file that is not whole, was written by
 * others or for another stack is as good as none. For any number of threads and processes.
 */
final class FullPlans {

    private static final long LARGEST = 4L << 20;

    private final Path folder;
    private final Seal seal;

    FullPlans(Path folder) {
        this.folder = folder;
        this.seal = Seal.keptIn(folder.resolve("key"));
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
            byte[] whole = Files.readAllBytes(file);
            if (whole.length < Seal.LENGTH) {
                return Optional.empty();
            }
            byte[] body = Arrays.copyOfRange(whole, Seal.LENGTH, whole.length);
            return seal.isOn(name, body, Arrays.copyOf(whole, Seal.LENGTH)) ? FullPlan.read(body) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** What cannot be written down is planned again by the next run. */
    void keep(String name, FullPlan plan) {
        byte[] body = plan.toBytes();
        byte[] whole = Arrays.copyOf(seal.impression(name, body), Seal.LENGTH + body.length);
        System.arraycopy(body, 0, whole, Seal.LENGTH, body.length);
        try {
            PrivateFiles.write(folder.resolve(name), whole);
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
