package dev.drift.it.cloudsync;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/** Listens on a free loopback port, has every request answered by somebody else, and keeps both. */
public final class RecordingProxy implements AutoCloseable {

    static {
        // The JDK's server writes head and body one after the other, and two small packets would wait for each other.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private volatile Peer peer;

    /** Who answers. */
    public interface Peer {
        Answer answer(Request request) throws IOException;
    }

    private RecordingProxy(HttpServer server, Peer peer) {
        this.server = server;
        this.peer = peer;
    }

    public static RecordingProxy before(Peer peer) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        RecordingProxy proxy = new RecordingProxy(server, peer);
        server.createContext("/", proxy::serve);
        server.setExecutor(proxy.threads);
        server.start();
        return proxy;
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** From now on somebody else answers, who may ask the one before. */
    public void answeredBy(UnaryOperator<Peer> other) {
        peer = other.apply(peer);
    }

    /** Everything so far, in the order in which it was answered. */
    public List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    /** Everything so far, which nobody gets a second time. */
    public List<Exchange> takeExchanges() {
        List<Exchange> taken = List.copyOf(exchanges);
        exchanges.clear();
        return taken;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Request request = request(exchange);
            Answer answer = peer.answer(request);
            exchanges.add(new Exchange(request, answer));
            byte[] body = answer.body().getBytes(UTF_8);
            if (!answer.type().isEmpty()) {
                exchange.getResponseHeaders().set("Content-Type", answer.type());
            }
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private static Request request(HttpExchange exchange) throws IOException {
        return new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders().entrySet().stream()
                        .collect(toMap(
                                header -> header.getKey().toLowerCase(Locale.ROOT),
                                header -> String.join(", ", header.getValue()))),
                new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    }
}
