package dev.drift.cli.alert;

import dev.drift.alert.AlertException;
import dev.drift.config.InvalidConfigException;
import dev.drift.config.Problem;
import dev.drift.config.Secret;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * Somebody who takes JSON by POST. A request is repeated where the receiver did not take it (no connection, or 429), and after other
 * failures only if it may come twice. Redirects are not followed: an address is where it is. Safe for several threads.
 */
final class Receiver {

    private static final int ATTEMPTS = 3;
    private static final int TOO_MANY = 429;
    private static final int FAILURE = 500;
    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final Duration ANSWERING = Duration.ofSeconds(15);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private final String name;
    private final URI address;
    private final boolean repeatable;
    private final HttpClient client;

    /**
     * At an address.
     *
     * @param name who it is, for messages
     * @param repeatable whether being told twice is being told once
     */
    Receiver(String name, Secret address, boolean repeatable) {
        this.name = name;
        this.address = address(name, address);
        this.repeatable = repeatable;
        this.client = HttpClient.newBuilder()
                .connectTimeout(CONNECTING)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    String name() {
        return name;
    }

    /** What stands behind the {@code #} of the address, which is never sent. */
    String fragment() {
        return address.getRawFragment() == null ? "" : address.getRawFragment();
    }

    void post(String json, Map<String, String> headers) throws AlertException {
        HttpRequest.Builder request = HttpRequest.newBuilder(withoutFragment())
                .timeout(ANSWERING)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("User-Agent", "drift")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        headers.forEach(request::header);
        for (int attempt = 1; ; attempt++) {
            Answer answer = attempt(request.build());
            if (answer.taken()) {
                return;
            }
            if (attempt == ATTEMPTS || !answer.again()) {
                throw new AlertException(name + " " + answer.words());
            }
            pause(answer.pause());
        }
    }

    /** What came of one attempt. */
    private record Answer(boolean taken, boolean again, Duration pause, String words) {}

    private Answer attempt(HttpRequest request) throws AlertException {
        try {
            HttpResponse<Void> response = client.send(request, HttpResponse.BodyHandlers.discarding());
            int status = response.statusCode();
            boolean again = status == TOO_MANY || (status >= FAILURE && repeatable);
            return new Answer(status / 100 == 2, again, pause(response), "answered " + status);
        } catch (HttpConnectTimeoutException | ConnectException absent) {
            return new Answer(false, true, Duration.ofMillis(250), "cannot be reached");
        } catch (HttpTimeoutException slow) {
            return new Answer(false, repeatable, Duration.ZERO, "did not answer in time");
        } catch (IOException broken) {
            return new Answer(false, repeatable, Duration.ofMillis(250), "broke the connection");
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
            throw new AlertException(name + " was not told: interrupted", told);
        }
    }

    private static Duration pause(HttpResponse<Void> response) {
        String seconds = response.headers().firstValue("Retry-After").orElse("1");
        Duration asked = Duration.ofSeconds(seconds.matches("[0-9]{1,6}") ? Long.parseLong(seconds) : 1);
        return asked.compareTo(LONGEST_PAUSE) < 0 ? asked : LONGEST_PAUSE;
    }

    private void pause(Duration pause) throws AlertException {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
            throw new AlertException(name + " was not told: interrupted", told);
        }
    }

    private URI withoutFragment() {
        String text = address.toString();
        int hash = text.indexOf('#');
        return URI.create(hash < 0 ? text : text.substring(0, hash));
    }

    private static URI address(String name, Secret secret) {
        try {
            URI address = URI.create(secret.reveal());
            boolean near = "http".equals(address.getScheme()) && LOOPBACK.contains(address.getHost());
            if (address.getHost() != null && (near || "https".equals(address.getScheme()))) {
                return address;
            }
        } catch (IllegalArgumentException noAddress) {
            // Said below, without the address: it is a secret.
        }
        throw InvalidConfigException.of(
                Problem.of("The address of " + name + " is no address that begins with https://"));
    }

    /** The address is a secret. */
    @Override
    public String toString() {
        return name;
    }
}
