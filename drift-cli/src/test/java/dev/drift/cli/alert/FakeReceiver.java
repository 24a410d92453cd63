package dev.drift.cli.alert;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.drift.config.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Takes what is posted, and answers as it is told. */
final class FakeReceiver implements AutoCloseable {

    static final String SECRET = "T000-B000-XYZ";

    private final HttpServer server;
    private final Deque<Integer> answers = new ArrayDeque<>();
    private final List<String> taken = Collections.synchronizedList(new ArrayList<>());
    private final List<Map<String, String>> headers = Collections.synchronizedList(new ArrayList<>());
    private volatile int usual = 202;
    private int asked;

    FakeReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + SECRET;
    }

    Secret address() {
        return Secret.of(url());
    }

    /** The next answers, and the last of them from then on. */
    synchronized FakeReceiver answering(Integer... statuses) {
        answers.addAll(Arrays.asList(statuses));
        usual = statuses[statuses.length - 1];
        return this;
    }

    List<String> taken() {
        return List.copyOf(taken);
    }

    Map<String, String> lastHeaders() {
        return headers.get(headers.size() - 1);
    }

    synchronized int asked() {
        return asked;
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        asked++;
        int status = answers.isEmpty() ? usual : answers.poll();
        if (status / 100 == 2) {
            taken.add(body);
            Map<String, String> told = new HashMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> told.put(name.toLowerCase(Locale.ROOT), values.get(0)));
            headers.add(told);
        }
        exchange.getResponseHeaders().set("Retry-After", "0");
        exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/");
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
