package dev.drift.aws.shared;

import dev.drift.file.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The configurations that a version of a provider has found to be right. To ask it costs as much as planning ten stacks, and
 * it says the same each time. On disk only digests are kept.
 */
final class CheckedConfigurations {

    private final Path folder;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    CheckedConfigurations(Path folder) {
        this.folder = folder;
    }

    boolean holds(Origin origin, byte[] configuration) {
        String digest = digest(origin, configuration);
        return known.contains(digest) || Files.exists(folder.resolve(digest));
    }

    /** What cannot be written down is asked for again by the next run. */
    void add(Origin origin, byte[] configuration) {
        String digest = digest(origin, configuration);
        known.add(digest);
        try {
            PrivateFiles.write(folder.resolve(digest), new byte[0]);
        } catch (IOException full) {
            // It is known as long as this process lives.
        }
    }

    private static String digest(Origin origin, byte[] configuration) {
        return Digests.of(origin.toString(), configuration);
    }
}
