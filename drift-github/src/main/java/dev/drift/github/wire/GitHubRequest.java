package dev.drift.github.wire;

import static java.util.Objects.requireNonNull;

import dev.drift.value.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One request. Its body is not printed.
 *
 * @param verb what is done
 * @param path the segments of the path below the address of the interface, in clear
 * @param query what is asked for, in order
 * @param body what is said
 */
public record GitHubRequest(Verb verb, List<String> path, Map<String, String> query, Optional<Value> body) {

    /** What is done to the place that the path names. */
    public enum Verb {
        /** Reads; repeating it changes nothing. */
        GET,
        /** Reads by a question that has a body, as GraphQL does; repeating it changes nothing. */
        QUERY,
        /** Makes something new; repeating it makes it twice. */
        POST,
        /** Sets something to a state; repeating it changes nothing more. */
        PATCH,
        /** Adds to something, as a PATCH of a check run adds annotations; repeating it adds them twice. */
        APPEND;

        boolean makesNew() {
            return this == POST || this == APPEND;
        }

        boolean writes() {
            return makesNew() || this == PATCH;
        }

        /** The word HTTP has for it. */
        String method() {
            return switch (this) {
                case GET -> "GET";
                case QUERY, POST -> "POST";
                case PATCH, APPEND -> "PATCH";
            };
        }
    }

    public GitHubRequest {
        requireNonNull(verb, "verb is null");
        path = List.copyOf(path);
        query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
        requireNonNull(body, "body is null");
        if (path.stream().anyMatch(segment -> segment.isBlank() || segment.matches("\\.{1,2}"))) {
            throw new IllegalArgumentException("Path has a segment that names nothing: /" + String.join("/", path));
        }
    }

    /** Reads what the path names. */
    public static GitHubRequest get(List<String> path) {
        return new GitHubRequest(Verb.GET, path, Map.of(), Optional.empty());
    }

    /** Makes something new at the path. */
    public static GitHubRequest post(List<String> path, Value body) {
        return new GitHubRequest(Verb.POST, path, Map.of(), Optional.of(body));
    }

    /** Sets what the path names to a state. */
    public static GitHubRequest patch(List<String> path, Value body) {
        return new GitHubRequest(Verb.PATCH, path, Map.of(), Optional.of(body));
    }

    /** Adds to what the path names. */
    public static GitHubRequest append(List<String> path, Value body) {
        return new GitHubRequest(Verb.APPEND, path, Map.of(), Optional.of(body));
    }

    /** Asks the GraphQL interface, which changes nothing. */
    public static GitHubRequest query(String graphql) {
        return new GitHubRequest(
                Verb.QUERY, List.of("graphql"), Map.of(), Optional.of(Value.of(Map.of("query", Value.of(graphql)))));
    }

    /** The same with one more term in its query. */
    public GitHubRequest with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(query);
        more.put(name, value);
        return new GitHubRequest(verb, path, more, body);
    }

    /** What is done and where: {@code GET /repos/acme/infra/issues}. */
    @Override
    public String toString() {
        return verb.method() + " /" + String.join("/", path);
    }
}
