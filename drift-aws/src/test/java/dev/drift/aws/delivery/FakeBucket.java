package dev.drift.aws.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A bucket that answers as S3 does to conditional writes, two objects a page. */
final class FakeBucket implements AutoCloseable {

    private static final int PAGE = 2;

    private final HttpServer server;
    private final TreeMap<String, byte[]> objects = new TreeMap<>();
    private final List<Map<String, String>> puts = new CopyOnWriteArrayList<>();
    private final AtomicInteger lostAnswers = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private volatile String lock = "";
    private volatile Duration age = Duration.ZERO;

    FakeBucket() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/trails", this::answer);
        server.start();
    }

    Map<String, String> environment() {
        return Map.of(
                "AWS_ENDPOINT_URL_S3", "http://127.0.0.1:" + server.getAddress().getPort(),
                "AWS_REGION", "eu-central-1",
                "AWS_ACCESS_KEY_ID", "AKIDEXAMPLE",
                "AWS_SECRET_ACCESS_KEY", "secret-of-the-environment");
    }

    /** Answers the next writes with a failure although they are done. */
    void losingAnswers(int count) {
        lostAnswers.set(count);
    }

    /** Locks objects, by a rule or by none. */
    void locking(String rule) {
        lock = "<ObjectLockConfiguration><ObjectLockEnabled>Enabled</ObjectLockEnabled>" + rule
                + "</ObjectLockConfiguration>";
    }

    /** Says of every object that it was written that long ago. */
    void ageing(Duration since) {
        age = since;
    }

    /** How often it was asked. */
    int requests() {
        return requests.get();
    }

    /** The headers of each object written. */
    List<Map<String, String>> puts() {
        return puts;
    }

    synchronized Map<String, byte[]> objects() {
        return objects;
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        byte[] body = exchange.getRequestBody().readAllBytes();
        String key = exchange.getRequestURI().getPath().replaceFirst("^/trails/?", "");
        Map<String, String> query = query(exchange);
        if (query.containsKey("object-lock")) {
            send(
                    exchange,
                    lock.isEmpty() ? 404 : 200,
                    lock.isEmpty() ? error("ObjectLockConfigurationNotFoundError") : lock);
        } else if (query.containsKey("list-type")) {
            send(exchange, 200, listed(query));
        } else if (exchange.getRequestMethod().equals("PUT")) {
            put(exchange, key, body);
        } else {
            get(exchange, key);
        }
    }

    private synchronized void put(HttpExchange exchange, String key, byte[] body) throws IOException {
        Headers headers = exchange.getRequestHeaders();
        Optional<String> tag = Optional.ofNullable(objects.get(key)).map(FakeBucket::tag);
        String match = headers.getFirst("If-Match");
        boolean refused = ("*".equals(headers.getFirst("If-None-Match")) && tag.isPresent())
                || (match != null && !tag.equals(Optional.of(match)));
        if (refused) {
            send(exchange, 412, error("PreconditionFailed"));
            return;
        }
        objects.put(key, body);
        Map<String, String> told = new HashMap<>(Map.of("key", key));
        headers.forEach((name, values) -> told.put(name.toLowerCase(java.util.Locale.ROOT), values.get(0)));
        puts.add(told);
        if (lostAnswers.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            send(exchange, 500, error("InternalError"));
            return;
        }
        exchange.getResponseHeaders().set("ETag", tag(body));
        send(exchange, 200, "");
    }

    private synchronized void get(HttpExchange exchange, String key) throws IOException {
        byte[] content = objects.get(key);
        if (content == null) {
            send(exchange, 404, error("NoSuchKey"));
            return;
        }
        exchange.getResponseHeaders().set("ETag", tag(content));
        ZonedDateTime written = ZonedDateTime.now(ZoneOffset.UTC).minus(age);
        exchange.getResponseHeaders().set("Last-Modified", DateTimeFormatter.RFC_1123_DATE_TIME.format(written));
        exchange.sendResponseHeaders(200, content.length);
        exchange.getResponseBody().write(content);
        exchange.close();
    }

    private synchronized String listed(Map<String, String> query) {
        String after = query.getOrDefault("continuation-token", query.getOrDefault("start-after", ""));
        List<String> keys = objects.tailMap(after, false).keySet().stream()
                .filter(key -> key.startsWith(query.getOrDefault("prefix", "")))
                .toList();
        List<String> page = keys.subList(0, Math.min(PAGE, keys.size()));
        StringBuilder xml = new StringBuilder("<ListBucketResult><Name>trails</Name>");
        page.forEach(key -> xml.append("<Contents><Key>").append(key).append("</Key></Contents>"));
        boolean more = page.size() < keys.size();
        xml.append("<IsTruncated>").append(more).append("</IsTruncated>");
        if (more) {
            xml.append("<NextContinuationToken>").append(page.get(PAGE - 1)).append("</NextContinuationToken>");
        }
        return xml.append("</ListBucketResult>").toString();
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> query = new HashMap<>();
        String text = Objects.requireNonNullElse(exchange.getRequestURI().getQuery(), "");
        Arrays.stream(text.split("&"))
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> query.put(pair[0], pair.length > 1 ? pair[1] : ""));
        return query;
    }

    private static String tag(byte[] content) {
        return "\"" + Arrays.hashCode(content) + "\"";
    }

    private static String error(String code) {
        return "<Error><Code>" + code + "</Code><Message>no</Message></Error>";
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/xml");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
