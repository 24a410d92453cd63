package dev.drift.it.cloud;

import dev.drift.it.tools.RealTools;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** A moto server of our own on a free loopback port. It ends with {@link #close()}, and also when this process dies. */
public final class Moto implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("Running on (http://127\\.0\\.0\\.1:\\d+)");

    // The shell holds the other end of our pipe: when this process is gone, however it went, the pipe closes.
    private static final String UNTIL_INPUT_ENDS =
            "\"$0\" -m moto.server -H 127.0.0.1 -p 0 & server=$!; read -r _; kill $server; wait $server";

    private final Process shell;
    private final URI endpoint;

    private Moto(Process shell, URI endpoint) {
        this.shell = shell;
        this.endpoint = endpoint;
    }

    /**
     * Starts a server and waits until it answers.
     *
     * @param log gets one line per request
     */
    public static Moto start(Path log) throws IOException {
        Process shell = new ProcessBuilder(
                        "/bin/sh",
                        "-c",
                        UNTIL_INPUT_ENDS,
                        RealTools.pythonWithMoto().toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        String address = Awaitility.await("moto")
                .atMost(Duration.ofMinutes(1))
                .failFast("moto ended, see " + log, () -> !shell.isAlive())
                .until(() -> address(log), found -> !found.isEmpty());
        return new Moto(shell, URI.create(address));
    }

    /** Where every service of the account answers. */
    public URI endpoint() {
        return endpoint;
    }

    @Override
    public void close() throws IOException {
        shell.getOutputStream().close();
        try {
            if (!shell.waitFor(10, TimeUnit.SECONDS)) {
                shell.descendants().forEach(ProcessHandle::destroyForcibly);
                shell.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String address(Path log) throws IOException {
        Matcher running = ADDRESS.matcher(Files.readString(log));
        return running.find() ? running.group(1) : "";
    }
}
