package dev.drift.it.cloudsync;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.drift.it.tools.FileTree;
import dev.drift.it.tools.RealTools;
import dev.drift.value.Json;
import dev.drift.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
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

/**
 * The vendor's own fake of Terramate Cloud. It wants a fixed port, so it has a network of its own, with a socket file for a
 * door. It ends with {@link #close()}, and also when this process dies. Safe for use by several threads.
 */
public final class FakeCloud implements AutoCloseable {

    /** The one organisation. */
    public static final String ORGANIZATION = "terramate";

    /** The one API key. */
    public static final String TOKEN = "tmco_mykey_checksum";

    /** The fake turns away who does not introduce himself as the vendor's. */
    public static final String VISITOR = "terramate/v0.17.2";

    private static final String UUID = "deadbeef-dead-dead-dead-deaddeadbeef";
    private static final Pattern ANSWER =
            Pattern.compile("HTTP/1\\.\\d (\\d+)[^\\r]*\\r\\n(.*?)\\r\\n\\r\\n(.*)", Pattern.DOTALL);
    private static final Pattern TYPE = Pattern.compile("(?im)^content-type: *(.*?)\\r?$");

    private final Process process;
    private final Path folder;

    private FakeCloud(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
    }

    /** Starts one that knows no stack yet and waits until it listens. */
    public static FakeCloud start() throws IOException {
        List<String> network = RealTools.ownNetwork();
        Path server = RealTools.terramateCloud();
        Path folder = Files.createTempDirectory(Path.of("/tmp"), "c");
        copy("fake-cloud.py", folder);
        copy("fake-cloud.json", folder);
        Path door = folder.resolve("door");
        Process process = new ProcessBuilder(Stream.concat(
                                network.stream(),
                                Stream.of("python3", "fake-cloud.py", server, "fake-cloud.json", door))
                        .map(Object::toString)
                        .toList())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        FakeCloud cloud = new FakeCloud(process, folder);
        Awaitility.await("the fake cloud")
                .atMost(Duration.ofMinutes(1))
                .failFast("it ended, see " + folder.resolve("log"), () -> !process.isAlive())
                .until(() -> Files.exists(door));
        return cloud;
    }

    /** Asks. Every request has a connection of its own, and HTTP 1.0 ends the answer with it. */
    public Answer answer(Request request) throws IOException {
        StringBuilder head = new StringBuilder(
                "%s %s HTTP/1.0\r\nHost: localhost\r\n".formatted(request.method(), request.target()));
        byte[] body = request.body().getBytes(UTF_8);
        for (String header : List.of("authorization", "content-type", "user-agent")) {
            head.append("%s: %s\r\n".formatted(header, request.headers().getOrDefault(header, "")));
        }
        head.append("Content-Length: %d\r\n\r\n".formatted(body.length));
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(folder.resolve("door")));
            write(channel, head.toString().getBytes(UTF_8));
            write(channel, body);
            return parsed(new String(Channels.newInputStream(channel).readAllBytes(), UTF_8));
        }
    }

    /** Every drift run that was ever begun, in order. */
    List<Value> drifts() throws IOException {
        return read("/v2/drifts/" + UUID).items();
    }

    /** The lines that were told of a drift run. */
    List<String> log(String drift) throws IOException {
        return read("/v2/drifts/" + UUID + "/" + drift + "/logs").items().stream()
                .map(line -> line.field("message").text().orElseThrow())
                .toList();
    }

    /** Every stack it knows. */
    List<Value> stacks() throws IOException {
        return read("/v1/stacks/" + UUID + "?per_page=100").field("stacks").items();
    }

    /** What somebody has in the environment who tells this cloud through a proxy. */
    public static Map<String, String> reached(RecordingProxy proxy) {
        return Map.of(
                "TMC_API_URL", proxy.endpoint().toString(),
                "TMC_TOKEN", TOKEN,
                "TM_CLOUD_ORGANIZATION", ORGANIZATION,
                "DRIFT_USER_AGENT", VISITOR);
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        FileTree.remove(folder);
    }

    private Value read(String target) throws IOException {
        Answer answer = answer(Request.get(target));
        if (answer.status() != 200) {
            throw new IOException(target + ": " + answer);
        }
        return Json.read(answer.body());
    }

    private static Answer parsed(String text) throws IOException {
        Matcher parts = ANSWER.matcher(text);
        if (!parts.matches()) {
            throw new IOException("no answer of HTTP: " + text);
        }
        Matcher type = TYPE.matcher(parts.group(2));
        return new Answer(Integer.parseInt(parts.group(1)), type.find() ? type.group(1) : "", parts.group(3));
    }

    private static void write(SocketChannel channel, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    private static void copy(String resource, Path folder) throws IOException {
        try (InputStream source = FakeCloud.class.getResourceAsStream("/cloudsync/" + resource)) {
            Files.copy(requireNonNull(source, "no " + resource), folder.resolve(resource));
        }
    }
}
