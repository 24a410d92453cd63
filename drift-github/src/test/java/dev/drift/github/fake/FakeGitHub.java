package dev.drift.github.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.drift.value.Json;
import dev.drift.value.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** The repository {@code acme/infra} on a GitHub of this machine. The commit that counts has any name. */
public final class FakeGitHub implements AutoCloseable {

    /** The token it knows. */
    public static final String TOKEN = "ghs_anything-goes.but_this-0123456789abcdefghij";

    private static final String HOME = "/repos/acme/infra/";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final FakeRepository repository = new FakeRepository("github-actions[bot]");
    private final List<String> requests = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final AtomicInteger unchanged = new AtomicInteger();
    private String viewer = "github-actions[bot]";

    /**
     * What goes wrong once.
     *
     * @param request the begin of the request, such as {@code POST /repos/acme/infra/issues}
     * @param reply what is answered
     * @param lost whether it is done all the same, and the connection breaks in place of an answer
     */
    private record Fault(String request, Reply reply, boolean lost) {}

    private FakeGitHub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    /** A GitHub that holds nothing yet. */
    public static FakeGitHub start() {
        return new FakeGitHub();
    }

    /** Where its REST interface is. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What was asked so far: method and path. */
    public synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    /** How often it said that nothing changed since. */
    public int unchanged() {
        return unchanged.get();
    }

    /** What was written so far. */
    public List<String> writes() {
        return requests().stream()
                .filter(each -> !each.startsWith("GET ") && !each.endsWith(" /graphql"))
                .toList();
    }

    /** Forgets what was asked. */
    public synchronized void forgetRequests() {
        requests.clear();
    }

    /** Answers the next such request so. */
    public synchronized FakeGitHub failing(String request, Reply reply) {
        faults.add(new Fault(request, reply, false));
        return this;
    }

    /** Does what the next such request asks, and breaks the connection. */
    public synchronized FakeGitHub losing(String request) {
        faults.add(new Fault(request, Reply.ok(Value.ofNull()), true));
        return this;
    }

    /** Knows whoever asks by another name from now on. */
    public synchronized void knowAs(String login) {
        viewer = login;
    }

    /** Somebody else writes a comment to pull request 7. */
    public synchronized void comment(String login, String body) {
        new Stranger(login).comment(body);
    }

    public synchronized List<Map<String, Value>> comments() {
        return List.copyOf(repository.comments);
    }

    public synchronized List<Map<String, Value>> issues() {
        return List.copyOf(repository.issues);
    }

    public synchronized List<Map<String, Value>> checks() {
        return List.copyOf(repository.checks);
    }

    public synchronized List<Map<String, Value>> statuses() {
        return List.copyOf(repository.statuses);
    }

    /** Somebody sets a field of an issue. */
    public synchronized void setIssue(int index, String field, Value value) {
        repository.issues.get(index).put(field, value);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        Served served = served(exchange, body);
        if (served.lost()) {
            exchange.close();
            return;
        }
        Reply reply = served.reply();
        byte[] text = Json.write(reply.body()).getBytes(UTF_8);
        String tag = "\"" + Integer.toHexString(java.util.Arrays.hashCode(text)) + "\"";
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.getResponseHeaders().set("ETag", tag);
        if (reply.status() == 200 && tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            unchanged.incrementAndGet();
            exchange.sendResponseHeaders(304, -1);
        } else {
            exchange.sendResponseHeaders(reply.status(), text.length);
            exchange.getResponseBody().write(text);
        }
        exchange.close();
    }

    private record Served(Reply reply, boolean lost) {}

    private synchronized Served served(HttpExchange exchange, String body) {
        String path = exchange.getRequestURI().getPath();
        String request = exchange.getRequestMethod() + " " + path;
        requests.add(request);
        if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return new Served(Reply.refused(401, "Bad credentials"), false);
        }
        if (exchange.getRequestHeaders().getFirst("User-Agent").isBlank()
                || !"2022-11-28".equals(exchange.getRequestHeaders().getFirst("X-GitHub-Api-Version"))) {
            return new Served(Reply.refused(403, "Request forbidden by administrative rules"), false);
        }
        for (Iterator<Fault> each = faults.iterator(); each.hasNext(); ) {
            Fault fault = each.next();
            if (request.startsWith(fault.request())) {
                each.remove();
                return new Served(fault.lost() ? routed(exchange, request, body) : fault.reply(), fault.lost());
            }
        }
        return new Served(routed(exchange, request, body), false);
    }

    private Reply routed(HttpExchange exchange, String request, String body) {
        Value sent = body.isEmpty() ? Value.ofNull() : Json.read(body);
        String last = request.substring(request.lastIndexOf('/') + 1);
        String[] parts =
                request.substring(request.indexOf(' ') + 1).replace(HOME, "").split("/", -1);
        String shape =
                request.replace(HOME, "").replaceAll("/[0-9a-f]{40}", "/SHA").replaceAll("/\\d+", "/N");
        return switch (shape) {
            case "POST /graphql" -> viewer();
            case "GET issues/N/comments" ->
                page(exchange, repository.comments, each -> each.field("pull").equals(Value.of(parts[1])));
            case "POST issues/N/comments" -> repository.comment(parts[1], sent);
            case "PATCH issues/comments/N" -> repository.editComment(last, sent);
            case "GET issues" -> page(exchange, repository.issues, each -> isWanted(each, query(exchange)));
            case "POST issues" -> repository.open(sent);
            case "PATCH issues/N" -> repository.editIssue(last, sent);
            case "GET commits/SHA/check-runs" -> checks(query(exchange).get("check_name"));
            case "POST check-runs" -> repository.check(sent);
            case "PATCH check-runs/N" -> repository.editCheck(last, sent);
            case "GET commits/SHA/statuses" -> page(exchange, repository.statuses, each -> true);
            case "POST statuses/SHA" -> repository.status(sent);
            default -> Reply.refused(404, "Not Found");
        };
    }

    private Reply viewer() {
        return Reply.ok(Json.read("{\"data\":{\"viewer\":{\"login\":\"" + viewer + "\"}}}"));
    }

    private Reply checks(String name) {
        List<Value> named = FakeRepository.listed(
                repository.checks, each -> each.field("name").equals(Value.of(name)));
        List<Value> latest = named.isEmpty() ? named : named.subList(named.size() - 1, named.size());
        return Reply.ok(Value.of(Map.of("total_count", Value.of(latest.size()), "check_runs", Value.of(latest))));
    }

    private static boolean isWanted(Value issue, Map<String, String> query) {
        boolean labelled = issue.field("labels").items().stream()
                .anyMatch(
                        label -> label.field("name").text().equals(java.util.Optional.ofNullable(query.get("labels"))));
        return labelled && issue.field("state").equals(Value.of(query.getOrDefault("state", "open")));
    }

    private Reply page(HttpExchange exchange, List<Map<String, Value>> things, Predicate<Value> wanted) {
        Map<String, String> query = query(exchange);
        int size = Integer.parseInt(query.getOrDefault("per_page", "30"));
        int number = Integer.parseInt(query.getOrDefault("page", "1"));
        List<Value> all = FakeRepository.listed(things, wanted);
        int from = Math.min(all.size(), (number - 1) * size);
        int to = Math.min(all.size(), from + size);
        Reply reply = Reply.ok(Value.of(all.subList(from, to)));
        String next = address() + exchange.getRequestURI().toString().replaceAll("[?&]page=\\d+", "");
        return to < all.size() ? reply.with("Link", "<" + next + "&page=" + (number + 1) + ">; rel=\"next\"") : reply;
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> terms = new TreeMap<>();
        String query = exchange.getRequestURI().getQuery();
        for (String term : query == null ? new String[0] : query.split("&")) {
            terms.put(term.substring(0, term.indexOf('=')), term.substring(term.indexOf('=') + 1));
        }
        return terms;
    }

    private final class Stranger {
        private final String login;

        Stranger(String login) {
            this.login = login;
        }

        void comment(String body) {
            repository.comment("7", Value.of(Map.of("body", Value.of(body))));
            repository
                    .comments
                    .get(repository.comments.size() - 1)
                    .put("user", Value.of(Map.of("login", Value.of(login))));
        }
    }
}
