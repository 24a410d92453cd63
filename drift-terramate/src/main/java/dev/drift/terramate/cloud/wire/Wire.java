package dev.drift.terramate.cloud.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.drift.config.Secret;
import dev.drift.value.Json;
import dev.drift.value.Value;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * Speaks JSON with one server. A request is repeated only where that does no harm: GET and PATCH after a broken connection, a
 * slow answer or a failure of the server, POST only if nothing of it was sent or the server put it off with 429. No redirect
 * is followed. Safe for use by several threads; every call blocks the one that makes it, for a bounded time.
 */
public final class Wire implements AutoCloseable {

    private static final MediaType JSON = requireNonNull(MediaType.parse("application/json"), "JSON is null");
    private static final int IDLE_CONNECTIONS = 8;
    private static final long IDLE_SECONDS = 20;

    private final URI base;
    private final Credential credential;
    private final WireSettings settings;
    private final OkHttpClient client;
    private final Repeating repeating;

    private Wire(URI base, Credential credential, WireSettings settings, OkHttpClient client) {
        this.base = requireNonNull(base, "base is null");
        this.credential = requireNonNull(credential, "credential is null");
        this.settings = settings;
        this.client = client;
        this.repeating = new Repeating(settings);
    }

    /** To the server at an address, whose path stands before the path of every request. Nothing is connected yet. */
    public static Wire to(URI base, Credential credential, WireSettings settings) {
        return new Wire(base, credential, settings, client(settings));
    }

    /** Whether an address names a server that can be asked: a port, for one, may be none. */
    public static boolean leadsTo(URI base) {
        return HttpUrl.parse(base.toString()) != null;
    }

    /** The same connections with another credential. Closing one of the two closes both. */
    public Wire as(Credential other) {
        return new Wire(base, other, settings, client);
    }

    /**
     * Sends a request that is answered with JSON.
     *
     * @throws CloudException if no readable answer came
     */
    public Value ask(CloudRequest request) throws CloudException {
        return repeating.until(() -> attempt(request, Answer::json));
    }

    /**
     * Sends a request whose answer says no more than that it arrived.
     *
     * @throws CloudException if it did not arrive, or was not accepted
     */
    public void tell(CloudRequest request) throws CloudException {
        repeating.until(() -> attempt(request, Answer::accepted));
    }

    /** Lets go of the connections. */
    @Override
    public void close() {
        client.connectionPool().evictAll();
    }

    /** Names the server, which is no secret. */
    @Override
    public String toString() {
        return "wire to " + base.getHost();
    }

    private <T> T attempt(CloudRequest request, Reading<T> reading) throws FailedAttempt {
        Optional<Secret> authorization = authorization();
        Exchange exchange = new Exchange(place(), request, credential.toString(), authorization, settings);
        Attempt attempt = Attempt.of(client, http(request, authorization));
        try (Response response = attempt.execute()) {
            return reading.read(new Answer(exchange, response));
        } catch (IOException broken) {
            throw exchange.broken(broken, attempt.hasLeft());
        }
    }

    private String place() {
        return base.getHost() + (base.getPort() < 0 ? "" : ":" + base.getPort());
    }

    private Optional<Secret> authorization() throws FailedAttempt {
        try {
            return credential.authorization();
        } catch (CloudException gone) {
            throw FailedAttempt.forGood(gone);
        }
    }

    private Request http(CloudRequest request, Optional<Secret> authorization) {
        HttpUrl.Builder url =
                requireNonNull(HttpUrl.get(base), "base is no URL").newBuilder();
        request.path().forEach(url::addPathSegment);
        request.query().forEach(term -> url.addQueryParameter(term.name(), term.value()));
        Request.Builder http = new Request.Builder()
                .url(url.build())
                .header("User-Agent", settings.userAgent())
                .header("Accept", "application/json");
        authorization.ifPresent(secret -> http.header("Authorization", secret.reveal()));
        return http.method(request.verb().name(), request.body().map(Wire::json).orElse(null))
                .build();
    }

    private static RequestBody json(Value body) {
        return RequestBody.create(Json.write(body).getBytes(UTF_8), JSON);
    }

    /** OkHttp would repeat a POST after a broken connection by itself, and follow redirects. */
    private static OkHttpClient client(WireSettings settings) {
        return new OkHttpClient.Builder()
                .connectTimeout(settings.connecting().toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(settings.silence().toMillis(), TimeUnit.MILLISECONDS)
                .writeTimeout(settings.silence().toMillis(), TimeUnit.MILLISECONDS)
                .callTimeout(settings.whole().toMillis(), TimeUnit.MILLISECONDS)
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, IDLE_SECONDS, TimeUnit.SECONDS))
                .build();
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read(Answer answer) throws FailedAttempt, IOException;
    }
}
