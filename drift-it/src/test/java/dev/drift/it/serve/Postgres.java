package dev.drift.it.serve;

import dev.drift.it.tools.Command;
import dev.drift.it.tools.FileTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.tukaani.xz.XZInputStream;

/**
 * A real PostgreSQL on loopback, of the programs that a Maven artifact carries. It refuses to be run by root, so root runs it as
 * nobody.
 */
final class Postgres implements AutoCloseable {

    private static final String PROGRAMS = "/postgres-linux-x86_64.txz";
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

    private final Path folder;
    private final Process server;
    private final int port;

    private Postgres(Path folder, Process server, int port) {
        this.folder = folder;
        this.server = server;
        this.port = port;
    }

    /** Unpacks, initialises and starts it, which takes some seconds. */
    static Postgres start() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("postgres").toRealPath();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path data = Files.createDirectory(folder.resolve("data"));
        if (isRoot()) {
            Command.of("chown", "65534:65534", data).output();
        }
        unpack(Files.createDirectory(folder.resolve("programs")));
        Path programs = folder.resolve("programs/bin");
        Command.of(words(programs.resolve("initdb"), "-D", data, "-U", "drift", "-A", "trust", "-N"))
                .in(data)
                .output();
        Postgres postgres = started(folder, programs.resolve("postgres"), freePort());
        postgres.awaitConnection();
        return postgres;
    }

    private static Postgres started(Path folder, Path program, int port) throws IOException, InterruptedException {
        Path data = folder.resolve("data");
        Command command = Command.of(words(
                program,
                "-D",
                data,
                "-p",
                port,
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=" + data,
                "-c",
                "fsync=off"));
        Process server = new ProcessBuilder(command.words())
                .directory(data.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        return new Postgres(folder, server, port);
    }

    private void awaitConnection() throws IOException {
        try {
            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .failFast("it ended", () -> !server.isAlive())
                    .ignoreExceptionsInstanceOf(SQLException.class)
                    .until(() -> {
                        try (Connection connection = connection()) {
                            return connection.isValid(5);
                        }
                    });
        } catch (RuntimeException refused) {
            String log = Files.readString(folder.resolve("log"));
            close();
            throw new IOException(log, refused);
        }
    }

    /** Where it is, for whoever knows no JDBC. */
    String address() {
        return "postgresql://drift:none@127.0.0.1:" + port + "/postgres";
    }

    Connection connection() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "drift", "none");
    }

    @Override
    public void close() throws IOException {
        server.descendants().forEach(ProcessHandle::destroyForcibly);
        server.destroyForcibly();
        server.onExit().join();
        FileTree.remove(folder);
    }

    private static Object[] words(Object... words) throws IOException, InterruptedException {
        List<Object> all = new ArrayList<>(isRoot() ? AS_NOBODY : List.of());
        all.addAll(List.of(words));
        return all.toArray();
    }

    private static boolean isRoot() throws IOException, InterruptedException {
        return Command.of("id", "-u").output().strip().equals("0");
    }

    private static void unpack(Path into) throws IOException, InterruptedException {
        Process tar = new ProcessBuilder("tar", "-x", "-C", into.toString()).start();
        try (InputStream packed = Objects.requireNonNull(
                        Postgres.class.getResourceAsStream(PROGRAMS), "no programs of PostgreSQL");
                InputStream plain = new XZInputStream(packed);
                OutputStream out = tar.getOutputStream()) {
            plain.transferTo(out);
        }
        if (tar.waitFor() != 0) {
            throw new IOException("tar failed");
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
