package dev.drift.terramate.cloud.session;

import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A process that tries to lock a file, and says by its exit code whether somebody else holds the lock. */
final class LockTaker {

    static final int REFUSED = 17;

    private LockTaker() {}

    public static void main(String[] arguments) throws Exception {
        boolean refused;
        try (FileChannel channel = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.WRITE)) {
            refused = channel.tryLock() == null;
        }
        System.exit(refused ? REFUSED : 0);
    }
}
