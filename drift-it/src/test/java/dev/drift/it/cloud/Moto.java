package dev.drift.it.cloud;

import dev.drift.it.tools.RealTools;
import dev.drift.it.tools.Tethered;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/** A moto server of our own on a free loopback port. It ends with {@link #close()}, and also when this process dies. */
public final class Moto implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("Running on (http://127\\.0\\.0\\.1:\\d+)");

    private final Tethered server;

    private Moto(Tethered server) {
        this.server = server;
    }

    /**
     * Starts a server and waits until it answers.
     *
     * @param log gets one line per request
     */
    public static Moto start(Path log) throws IOException {
        return new Moto(Tethered.start(
                log, Map.of(), ADDRESS, RealTools.pythonWithMoto(), "-m", "moto.server", "-H", "127.0.0.1", "-p", "0"));
    }

    /** Where every service of the account answers. */
    public URI endpoint() {
        return URI.create(server.said());
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
