package dev.drift.aws.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the sockets of providers are made: private folders with short names, since the path of a socket has 104 bytes at most. */
public final class SocketFolders {

    private static final String PREFIX = "drift-p";

    /** A slash, the folder, a slash, the name go-plugin gives a socket, and the byte that ends the path. */
    private static final int BELOW =
            1 + PREFIX.length() + PrivateFolder.LONGEST_NAME + 1 + "plugin4294967295".length() + 1;

    private static final int LONGEST_PATH = 104;

    private SocketFolders() {}

    /** A new folder where the machine keeps temporary files, or where else the path stays short enough. */
    public static PrivateFolder open(Map<String, String> environment) throws ProviderException {
        return openIn(Stream.of(
                        System.getProperty("java.io.tmpdir"),
                        "/tmp",
                        Optional.ofNullable(environment.get("XDG_RUNTIME_DIR")).orElse(""))
                .flatMap(SocketFolders::path)
                .toList());
    }

    static PrivateFolder openIn(List<Path> bases) throws ProviderException {
        Optional<IOException> failure = Optional.empty();
        for (Path base : bases) {
            try {
                if (isShort(base) && Files.isWritable(base)) {
                    return PrivateFolder.open(base.toRealPath(), PREFIX);
                }
            } catch (IOException unusable) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new ProviderException("Interrupted while the provider was started", unusable);
                }
                failure = Optional.of(unusable);
            }
        }
        throw new ProviderException("No folder for the provider's socket: of " + bases
                + " none can be written and has a path of at most " + (LONGEST_PATH - BELOW) + " bytes"
                + failure.map(why -> " (" + why.getMessage() + ")").orElse(""));
    }

    private static boolean isShort(Path base) throws IOException {
        return Files.isDirectory(base) && base.toRealPath().toString().getBytes(UTF_8).length + BELOW <= LONGEST_PATH;
    }

    private static Stream<Path> path(String text) {
        try {
            return text.isEmpty() ? Stream.of() : Stream.of(Path.of(text).toAbsolutePath());
        } catch (InvalidPathException unusable) {
            return Stream.of();
        }
    }
}
