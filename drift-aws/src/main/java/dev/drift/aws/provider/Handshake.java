package dev.drift.aws.provider;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * What a provider says once it listens: {@code 1|5|unix|/path/of/socket|grpc|}. Fields that newer ones append are not looked
 * at.
 *
 * @param protocol the version of the messages, 5 or 6
 * @param socket where it listens
 */
record Handshake(int protocol, Path socket) {

    private static final int FIELDS = 5;

    /** Reads the line; what it says is quoted nowhere, for anything may have been printed. */
    static Handshake parse(String line) throws ProviderException {
        String[] fields = line.strip().split("\\|", -1);
        if (fields.length < FIELDS) {
            throw new ProviderException("The provider printed something else than a handshake");
        }
        require(fields[0].equals("1"), "an unknown plugin system");
        require(fields[1].equals("5") || fields[1].equals("6"), "a protocol other than 5 and 6");
        require(fields[2].equals("unix"), "a network other than unix sockets");
        require(fields[4].equals("grpc"), "a transport other than gRPC");
        require(fields.length == FIELDS || fields[5].isEmpty(), "encryption nobody asked for");
        return new Handshake(Integer.parseInt(fields[1]), socket(fields[3]));
    }

    private static Path socket(String path) throws ProviderException {
        try {
            Path socket = Path.of(path);
            require(socket.isAbsolute(), "a socket without a place");
            return socket;
        } catch (InvalidPathException notAPath) {
            throw new ProviderException("The provider's handshake names a socket without a place", notAPath);
        }
    }

    private static void require(boolean asExpected, String otherwise) throws ProviderException {
        if (!asExpected) {
            throw new ProviderException("The provider's handshake names " + otherwise);
        }
    }
}
