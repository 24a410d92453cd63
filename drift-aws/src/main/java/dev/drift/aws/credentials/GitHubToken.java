package dev.drift.aws.credentials;

import dev.drift.aws.call.CallException;
import dev.drift.aws.call.CallException.Kind;
import dev.drift.aws.call.Retrying;
import dev.drift.config.Secret;
import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbePhase;
import dev.drift.value.Json;
import dev.drift.value.JsonException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks GitHub Actions for the token that says which job this is. It goes to STS and nowhere else. */
final class GitHubToken {

    private static final String URL = "ACTIONS_ID_TOKEN_REQUEST_URL";
    private static final String BEARER = "ACTIONS_ID_TOKEN_REQUEST_TOKEN";
    private static final String WHAT = "asking GitHub for an OIDC token";
    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final Duration ANSWERING = Duration.ofSeconds(10);
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final int OK = 200;
    private static final int FIRST_FAILURE_OF_THE_SERVICE = 500;

    /** Redirects are not followed: they would carry the job's own token to somebody else. */
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECTING)
            .build();

    private GitHubToken() {}

    /** The token for this audience, made out anew. */
    static Secret of(AwsVariables variables, String audience) throws ProbeException {
        Optional<String> url = variables.first(URL);
        Optional<String> bearer = variables.first(BEARER);
        if (url.isEmpty() || bearer.isEmpty()) {
            throw new ProbeException(
                    ProbePhase.INIT,
                    "GitHub offers this job no OIDC token: " + (url.isEmpty() ? URL : BEARER)
                            + " is not set, the job needs the permission \"id-token: write\"");
        }
        HttpRequest request = request(address(url.get(), audience), bearer.get());
        try {
            return Retrying.calling(WHAT, () -> token(request));
        } catch (CallException failed) {
            throw new ProbeException(ProbePhase.INIT, failed.reason(), failed);
        }
    }

    private static HttpRequest request(URI address, String bearer) throws ProbeException {
        try {
            return HttpRequest.newBuilder(address)
                    .header("Authorization", "Bearer " + bearer)
                    .header("Accept", "application/json")
                    .timeout(ANSWERING)
                    .GET()
                    .build();
        } catch (IllegalArgumentException malformed) {
            // What it says quotes the header.
            throw new ProbeException(ProbePhase.INIT, BEARER + " is no token");
        }
    }

    private static URI address(String url, String audience) throws ProbeException {
        String asked = url + (url.contains("?") ? "&" : "?") + "audience="
                + URLEncoder.encode(audience, StandardCharsets.UTF_8);
        try {
            URI address = URI.create(asked);
            if ("https".equals(address.getScheme()) || isHere(address)) {
                return address;
            }
        } catch (IllegalArgumentException malformed) {
            // It is told below.
        }
        throw new ProbeException(ProbePhase.INIT, URL + " is no https address");
    }

    private static boolean isHere(URI address) {
        return "http".equals(address.getScheme()) && LOOPBACK.contains(String.valueOf(address.getHost()));
    }

    private static Secret token(HttpRequest request) throws Exception {
        HttpResponse<String> answer = answer(request);
        if (answer.statusCode() >= FIRST_FAILURE_OF_THE_SERVICE) {
            throw new IOException("status " + answer.statusCode());
        }
        if (answer.statusCode() != OK) {
            throw new CallException(Kind.DENIED, WHAT + " failed: status " + answer.statusCode());
        }
        try {
            Optional<String> token = Json.read(answer.body()).field("value").text();
            if (token.filter(text -> !text.isBlank()).isPresent()) {
                return Secret.of(token.get());
            }
        } catch (JsonException malformed) {
            // What it quotes of the answer may be the token.
        }
        throw new CallException(Kind.BROKEN, WHAT + " failed: the answer holds no token");
    }

    /** The time limit of a request ends with its first byte, so the whole answer has one of its own. */
    private static HttpResponse<String> answer(HttpRequest request) throws Exception {
        CompletableFuture<HttpResponse<String>> answer =
                CLIENT.sendAsync(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        try {
            return answer.get(ANSWERING.plus(CONNECTING).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new IOException("no answer in time");
        } catch (ExecutionException failed) {
            throw new IOException("no answer", failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw interrupted;
        } finally {
            answer.cancel(true);
        }
    }
}
