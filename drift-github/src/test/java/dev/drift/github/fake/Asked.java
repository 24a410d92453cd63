package dev.drift.github.fake;

import com.sun.net.httpserver.HttpExchange;
import dev.drift.value.Json;
import dev.drift.value.Value;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One request as it came.
 *
 * @param method the word of HTTP
 * @param path below the address of the interface
 * @param query the terms of the query
 * @param authorization what it brings to be let in
 * @param body what it says; null if nothing
 */
record Asked(String method, String path, Map<String, String> query, String authorization, Value body) {

    private static final String SERVER = "/api/v3";

    static Asked of(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        URI address = exchange.getRequestURI();
        return new Asked(
                exchange.getRequestMethod(),
                address.getPath().startsWith(SERVER + "/")
                        ? address.getPath().substring(SERVER.length())
                        : address.getPath(),
                terms(address.getRawQuery() == null ? "" : address.getRawQuery()),
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                        .orElse(""),
                body.isEmpty() ? Value.ofNull() : Json.read(body));
    }

    boolean isGraphQl() {
        return path.equals("/graphql") || path.equals("/api/graphql");
    }

    boolean reads() {
        return method.equals("GET") || isGraphQl();
    }

    int number(String term, int otherwise) {
        return Integer.parseInt(query.getOrDefault(term, String.valueOf(otherwise)));
    }

    private static Map<String, String> terms(String query) {
        Map<String, String> terms = new TreeMap<>();
        for (String term : query.split("&", -1)) {
            int equals = term.indexOf('=');
            if (equals > 0) {
                terms.put(term.substring(0, equals), decoded(term.substring(equals + 1)));
            }
        }
        return terms;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
