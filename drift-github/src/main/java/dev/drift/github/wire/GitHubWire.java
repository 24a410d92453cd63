package dev.drift.github.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.drift.config.Secret;
import dev.drift.value.Json;
import dev.drift.value.JsonException;
import dev.drift.value.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Speaks with one GitHub. A request is repeated only where that makes nothing twice: reads and PATCH after a broken connection, a
 * slow answer or a failure of GitHub; what makes something or adds to it only if nothing of it was sent, or if GitHub put it off. Redirects are followed on
 * the same server only. A GitHub that is down or wants to be left alone is asked nothing more for a minute. Safe for several
 * threads; every call blocks the one that makes it, for a bounded time.
 */
public final class GitHubWire implements AutoCloseable {

    private static final String VERSION = "2022-11-28";
    private static final MediaType JSON = requireNonNull(MediaType.parse("application/json"), "JSON is null");
    private static final long LONGEST = 32L * 1024 * 1024;
    private static final long LONGEST_EXPLANATION = 16L * 1024;
    private static final int MOST_HOPS = 3;
    private static final int NOT_MODIFIED = 304;

    private final GitHubAddress address;
    private final Bearer bearer;
    private final WireSettings settings;
    private final OkHttpClient client;
    private final Repeating repeating;
    private final Memory memory = new Memory();
    private final Rest rest = new Rest();
    private final Spacing spacing;

    private GitHubWire(GitHubAddress address, Bearer bearer, WireSettings settings) {
        this.address = requireNonNull(address, "address is null");
        this.bearer = requireNonNull(bearer, "bearer is null");
        this.settings = settings;
        this.client = client(settings);
        this.repeating = new Repeating(settings);
        this.spacing = new Spacing(settings.betweenWrites());
    }

    /** To the GitHub at an address. Nothing is connected yet. */
    public static GitHubWire to(GitHubAddress address, Secret token, WireSettings settings) {
        requireNonNull(token, "token is null");
        return to(address, () -> token, settings);
    }

    /** The same with tokens that change. */
    public static GitHubWire to(GitHubAddress address, Bearer bearer, WireSettings settings) {
        return new GitHubWire(address, bearer, settings);
    }

    /**
     * Some pages of a list.
     *
     * @param items what they hold, in order
     * @param whole whether that is all there is
     */
    public record Pages(List<Value> items, boolean whole) {
        public Pages {
            items = List.copyOf(items);
        }
    }

    /**
     * Sends a request.
     *
     * @return what was answered
     * @throws GitHubException if no readable answer came, or none of success
     */
    public Value ask(GitHubRequest request) throws GitHubException {
        return answer(request, url(request)).body();
    }

    /**
     * Reads a list, page after page, as GitHub links them.
     *
     * @param field where in the answer the items are; empty where the answer is the list itself
     * @param mostPages how many pages to read at most
     * @throws GitHubException if one of the pages cannot be read
     */
    public Pages list(GitHubRequest request, String field, int mostPages) throws GitHubException {
        List<Value> items = new ArrayList<>();
        Optional<HttpUrl> next = Optional.of(url(request));
        for (int page = 0; page < mostPages && next.isPresent(); page++) {
            Answer answer = answer(request, next.get());
            items.addAll((field.isEmpty() ? answer.body() : answer.body().field(field)).items());
            next = answer.next();
        }
        return new Pages(items, next.isEmpty());
    }

    /** Lets go of the connections. */
    @Override
    public void close() {
        client.connectionPool().evictAll();
    }

    @Override
    public String toString() {
        return "wire to " + address.base().getHost();
    }

    private Answer answer(GitHubRequest request, HttpUrl url) throws GitHubException {
        rest.require();
        Secret token = bearer.token();
        if (request.verb().writes()) {
            spacing.awaitTurn();
        }
        try {
            return repeating.until(() -> attempt(new Exchange(request, token, settings.longestPause()), url));
        } catch (FailedAttempt last) {
            rest.afterAll(last);
            throw last.told();
        }
    }

    private Answer attempt(Exchange exchange, HttpUrl url) throws FailedAttempt {
        GitHubRequest request = exchange.request();
        Attempt attempt = new Attempt(client);
        HttpUrl place = url;
        try {
            for (int hop = 0; hop <= MOST_HOPS; hop++) {
                requireSameServer(place, exchange);
                try (Response response = attempt.execute(http(exchange, place))) {
                    Optional<HttpUrl> elsewhere = elsewhere(request, place, response);
                    if (elsewhere.isEmpty()) {
                        return read(exchange, place, response);
                    }
                    place = elsewhere.get();
                }
            }
        } catch (IOException broken) {
            throw exchange.broken(broken, attempt.hasLeft());
        }
        throw exchange.redirected();
    }

    /** Where the answer points to; a request that says something is sent again only as it is. */
    private static Optional<HttpUrl> elsewhere(GitHubRequest request, HttpUrl here, Response response) {
        boolean moved = switch (response.code()) {
            case 307, 308 -> true;
            case 301, 302 -> request.body().isEmpty();
            default -> false;
        };
        return moved ? Optional.ofNullable(response.header("Location")).map(here::resolve) : Optional.empty();
    }

    private void requireSameServer(HttpUrl place, Exchange exchange) throws FailedAttempt {
        HttpUrl home = requireNonNull(HttpUrl.get(address.base()), "address is no URL");
        boolean same =
                home.scheme().equals(place.scheme()) && home.host().equals(place.host()) && home.port() == place.port();
        if (!same) {
            throw exchange.redirected();
        }
    }

    private Answer read(Exchange exchange, HttpUrl place, Response response) throws IOException, FailedAttempt {
        if (response.code() == NOT_MODIFIED) {
            return memory.of(place.toString())
                    .orElseThrow(() -> exchange.garbled("as unchanged, which nobody asked"))
                    .answer();
        }
        if (!response.isSuccessful()) {
            throw exchange.refused(response, text(response, LONGEST_EXPLANATION));
        }
        String text = text(response, LONGEST);
        if (!response.body().source().exhausted()) {
            throw exchange.garbled("with more than can be read");
        }
        try {
            Value body = text.isBlank() ? Value.ofNull() : Json.read(text);
            Answer answer = new Answer(body, Answer.next(place, response.header("Link")));
            remember(exchange.request(), place, response.header("ETag"), answer);
            return answer;
        } catch (JsonException broken) {
            throw exchange.garbled("with broken JSON");
        }
    }

    private void remember(GitHubRequest request, HttpUrl place, @Nullable String tag, Answer answer) {
        if (tag != null && request.verb() == GitHubRequest.Verb.GET) {
            memory.keep(place.toString(), new Memory.Remembered(tag, answer));
        }
    }

    private static String text(Response response, long most) throws IOException {
        response.body().source().request(most);
        long there = Math.min(most, response.body().source().getBuffer().size());
        return response.body().source().readString(there, UTF_8);
    }

    private HttpUrl url(GitHubRequest request) {
        if (request.verb() == GitHubRequest.Verb.QUERY) {
            return requireNonNull(HttpUrl.get(address.graphql()), "address is no URL");
        }
        HttpUrl.Builder url =
                requireNonNull(HttpUrl.get(address.base()), "address is no URL").newBuilder();
        request.path().forEach(url::addPathSegment);
        request.query().forEach(url::addQueryParameter);
        return url.build();
    }

    private Request http(Exchange exchange, HttpUrl place) {
        GitHubRequest request = exchange.request();
        Request.Builder http = new Request.Builder()
                .url(place)
                .header("User-Agent", settings.userAgent())
                .header("Accept", "application/vnd.github+json")
                .header("X-GitHub-Api-Version", VERSION)
                .header("Authorization", "Bearer " + exchange.token().reveal());
        if (request.verb() == GitHubRequest.Verb.GET) {
            memory.of(place.toString()).ifPresent(known -> http.header("If-None-Match", known.tag()));
        }
        return http.method(
                        request.verb().method(),
                        request.body().map(GitHubWire::json).orElse(null))
                .build();
    }

    private static RequestBody json(Value body) {
        return RequestBody.create(Json.write(body).getBytes(UTF_8), JSON);
    }

    /** OkHttp would repeat a POST after a broken connection by itself, and follow redirects anywhere. */
    private static OkHttpClient client(WireSettings settings) {
        return new OkHttpClient.Builder()
                .connectTimeout(settings.connecting().toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(settings.whole().toMillis(), TimeUnit.MILLISECONDS)
                .writeTimeout(settings.whole().toMillis(), TimeUnit.MILLISECONDS)
                .callTimeout(settings.whole().toMillis(), TimeUnit.MILLISECONDS)
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .connectionPool(new ConnectionPool(4, 20, TimeUnit.SECONDS))
                .build();
    }
}
