package dev.drift.it.tools;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A server of our own. It ends with {@link #close()}, and also when this process dies. */
public final class Tethered implements AutoCloseable {

    // The shell holds the other end of our pipe: when this process is gone, however it went, the pipe closes.
    private static final String UNTIL_INPUT_ENDS = "\"$0\" \"$@\" & server=$!; read -r _; kill $server; wait $server";

    private final Process shell;
    private final String said;

    private Tethered(Process shell, String said) {
        this.shell = shell;
        this.said = said;
    }

    /**
     * Starts a server and waits until it says that it is there.
     *
     * @param log gets both its outputs
     * @param environment variables on top of this process's own; an empty value removes one
     * @param awaited what it says in there; the first group is kept
     */
    public static Tethered start(Path log, Map<String, String> environment, Pattern awaited, Object... words)
            throws IOException {
        requireNonNull(awaited, "awaited is null");
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(
                                Stream.of("/bin/sh", "-c", UNTIL_INPUT_ENDS),
                                Stream.of(words).map(Object::toString))
                        .toList())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        Command.of(words).with(environment).tell(builder.environment());
        Process shell = builder.start();
        String said = Awaitility.await(List.of(words).toString())
                .atMost(Duration.ofMinutes(1))
                .failFast("it ended, see " + log, () -> !shell.isAlive())
                .until(() -> said(log, awaited), found -> !found.isEmpty());
        return new Tethered(shell, said);
    }

    /** The first group of what it was awaited to say. */
    public String said() {
        return said;
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

    private static String said(Path log, Pattern awaited) throws IOException {
        Matcher line = awaited.matcher(Files.readString(log));
        return line.find() ? line.group(1) : "";
    }
}
