package dev.drift.it.fault;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A connection over TCP on this machine.
 *
 * @param socket the number by which the kernel knows the end that called
 */
record Connection(String socket) {

    private static final int LOCAL_ADDRESS = 1;
    private static final int SOCKET = 9;

    Connection {
        requireNonNull(socket, "socket is null");
    }

    /** The one whose caller has a port. */
    static Connection from(int port) throws IOException {
        String end = String.format(":%04X", port);
        for (String table : List.of("tcp", "tcp6")) {
            for (String line : Files.readAllLines(Path.of("/proc/net", table))) {
                List<String> columns = List.of(line.strip().split("\\s+", -1));
                if (columns.get(LOCAL_ADDRESS).endsWith(end)) {
                    return new Connection(columns.get(SOCKET));
                }
            }
        }
        throw new IOException("nobody has port " + port);
    }

    /** Whether it is this process that called. */
    boolean isOf(ProcessHandle one) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(one.pid()), "fd"))) {
            return files.anyMatch(this::leadsHere);
        }
    }

    private boolean leadsHere(Path file) {
        try {
            return Files.readSymbolicLink(file).toString().equals("socket:[" + socket + "]");
        } catch (IOException closed) {
            return false;
        }
    }
}
