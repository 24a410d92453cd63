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
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The repository {@code acme/infra} on a GitHub of this machine: it keeps what it is told, and holds every request and every
 * answer against GitHub's own description of its interface and against the limits GitHub has besides. Commits and pull requests
 * of any name exist. What broke the rules is in {@link #violations()}, and closing fails if there is any.
 */
public final class FakeGitHub implements AutoCloseable {

    /** The token it knows. */
    public static final String TOKEN = "ghs_anything-goes.but_this-0123456789abcdefghij";

    private static final String PULL_REQUEST = "7";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final FakeRepository repository = new FakeRepository("github-actions[bot]");
    private final Door door = new Door();
    private final Limits limits = new Limits();
    private final Routes routes = new Routes(repository, door);
    private final List<String> requests = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();
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

    private record Served(Reply reply, boolean lost) {}

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

    /** Where its REST interface is, as {@code GITHUB_API_URL} says it. The one of a server of one's own is at {@code /api/v3}. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What was asked so far: method and path. */
    public synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    /** What broke GitHub's rules so far. */
    public synchronized List<String> violations() {
        return List.copyOf(violations);
    }

    /** Forgets what broke the rules, for those who break them to see what happens. */
    public synchronized void forgive() {
        violations.clear();
    }

    /** How often it said that nothing changed since. */
    public int unchanged() {
        return unchanged.get();
    }

    /** What was written so far, tokens not counted. */
    public List<String> writes() {
        return requests().stream()
                .filter(each -> !each.startsWith("GET ") && !each.endsWith("/graphql") && !each.contains(" /app/"))
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

    /** Lets nobody read or write what needs a permission, such as {@code checks}. */
    public synchronized FakeGitHub withholding(String permission) {
        door.withhold(permission);
        return this;
    }

    /** Lets nobody write anything, as with the token of a pull request from a fork. */
    public synchronized FakeGitHub readOnly() {
        door.lockWrites();
        return this;
    }

    /** Leaves so many requests until the primary limit is reached. */
    public synchronized FakeGitHub leaving(int remaining) {
        limits.leave(remaining);
        return this;
    }

    /** The app that is installed for the repository. */
    public FakeApp app() {
        return door.app;
    }

    /** Knows whoever asks by another name from now on. */
    public synchronized void knowAs(String login) {
        viewer = login;
    }

    /** Somebody else writes a comment to pull request 7. */
    public synchronized void comment(String login, String body) {
        repository.comment(PULL_REQUEST, Value.of(Map.of("body", Value.of(body))));
        repository.comments.get(repository.comments.size() - 1).put("user", Things.user(login));
    }

    /** The comments on all pull requests, the oldest first. */
    public synchronized List<Map<String, Value>> comments() {
        return List.copyOf(repository.comments);
    }

    /** The issues, the oldest first. */
    public synchronized List<Map<String, Value>> issues() {
        return List.copyOf(repository.issues);
    }

    /** The check runs, the oldest first, each with all its {@code annotations}. */
    public synchronized List<Map<String, Value>> checks() {
        return List.copyOf(repository.checks);
    }

    /** The commit statuses, the newest first. */
    public synchronized List<Map<String, Value>> statuses() {
        return List.copyOf(repository.statuses);
    }

    /** The deployments, the newest first. */
    public synchronized List<Map<String, Value>> deployments() {
        return List.copyOf(repository.deployments.all);
    }

    /** The statuses of all deployments, the newest first. */
    public synchronized List<Map<String, Value>> deploymentStatuses() {
        return List.copyOf(repository.deployments.statuses);
    }

    /** Somebody sets a field of an issue. */
    public synchronized void setIssue(int index, String field, Value value) {
        repository.issues.get(index).put(field, value);
    }

    /** @throws AssertionError if anything broke GitHub's rules */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        List<String> broken = violations();
        forgive();
        if (!broken.isEmpty()) {
            throw new AssertionError("GitHub would not take or say this:\n" + String.join("\n", broken));
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        Asked asked = Asked.of(exchange);
        Served served = served(asked, exchange);
        if (served.lost()) {
            exchange.close();
            return;
        }
        Reply reply = served.reply();
        byte[] text = Json.write(reply.body()).getBytes(UTF_8);
        String tag = "\"" + Integer.toHexString(Arrays.hashCode(text)) + "\"";
        reply.headers()
                .forEach((name, value) -> exchange.getResponseHeaders()
                        .set(
                                name.equals("next page") ? "Link" : name,
                                name.equals("next page") ? next(exchange, value) : value));
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.getResponseHeaders().set("ETag", tag);
        if (reply.status() == 200 && tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            unchanged.incrementAndGet();
            synchronized (this) {
                limits.giveBack();
            }
            exchange.sendResponseHeaders(304, -1);
        } else {
            exchange.sendResponseHeaders(reply.status(), text.length);
            exchange.getResponseBody().write(text);
        }
        exchange.close();
    }

    private synchronized Served served(Asked asked, HttpExchange exchange) {
        requests.add(asked.toString());
        boolean introduced = Optional.ofNullable(exchange.getRequestHeaders().getFirst("User-Agent"))
                        .filter(agent -> !agent.isBlank())
                        .isPresent()
                && "2022-11-28".equals(exchange.getRequestHeaders().getFirst("X-GitHub-Api-Version"));
        if (!introduced) {
            return new Served(Reply.refused(403, "Request forbidden by administrative rules"), false);
        }
        for (Iterator<Fault> each = faults.iterator(); each.hasNext(); ) {
            Fault fault = each.next();
            if (asked.toString().startsWith(fault.request())) {
                each.remove();
                return new Served(fault.lost() ? answer(asked) : fault.reply(), fault.lost());
            }
        }
        return new Served(limits.told(answer(asked)), false);
    }

    private Reply answer(Asked asked) {
        Optional<Reply> refused = door.refusal(asked).or(() -> limits.refusal(asked));
        if (refused.isPresent()) {
            return refused.get();
        }
        if (asked.isGraphQl()) {
            return Reply.ok(Json.read("{\"data\":{\"viewer\":{\"login\":\"" + viewer + "\"}}}"));
        }
        Optional<Operation> operation = Description.PUBLISHED.operation(asked);
        return operation.isEmpty() || !isHere(asked)
                ? Reply.refused(404, "Not Found")
                : door.refusal(asked, operation.get().id()).orElseGet(() -> checked(asked, operation.get()));
    }

    private Reply checked(Asked asked, Operation operation) {
        List<String> wrong = operation.wrong(asked);
        if (!wrong.isEmpty()) {
            wrong.forEach(each -> violations.add(asked + " asks: " + each));
            return Reply.refused(422, "Validation Failed");
        }
        Reply reply = operation.filled(routes.answer(asked, operation));
        if (reply.status() >= 400) {
            violations.add(asked + " is refused: " + reply.body().field("message"));
        }
        operation.wrong(reply).forEach(each -> violations.add(asked + " answers: " + each));
        return reply;
    }

    private static boolean isHere(Asked asked) {
        return asked.path().startsWith("/repos/acme/infra/") || asked.path().startsWith("/app/");
    }

    private String next(HttpExchange exchange, String page) {
        String here = address() + exchange.getRequestURI().toString().replaceAll("[?&]page=\\d+", "");
        return "<" + here + (here.contains("?") ? "&" : "?") + "page=" + page + ">; rel=\"next\"";
    }
}
