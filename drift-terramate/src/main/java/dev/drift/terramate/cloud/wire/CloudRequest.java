package dev.drift.terramate.cloud.wire;

import static java.util.Objects.requireNonNull;

import dev.drift.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One request. Its body may hold what only the other side may see, so it is not printed.
 *
 * @param verb what is done
 * @param path the segments of the path, in clear; none is empty or consists of dots
 * @param query what is asked for, in order
 * @param body what is said
 */
public record CloudRequest(Verb verb, List<String> path, List<Term> query, Optional<Value> body) {

    /** What is done to the place that the path names. */
    public enum Verb {
        /** Reads; repeating it changes nothing. */
        GET,
        /** Makes something new; repeating it makes it twice. */
        POST,
        /** Sets something to a state; repeating it changes nothing more. */
        PATCH
    }

    /**
     * One term of the query.
     *
     * @param name what is asked about
     * @param value what it must be
     */
    public record Term(String name, String value) {
        public Term {
            requireNonNull(name, "name is null");
            requireNonNull(value, "value is null");
        }
    }

    public CloudRequest {
        requireNonNull(verb, "verb is null");
        path = List.copyOf(path);
        query = List.copyOf(query);
        requireNonNull(body, "body is null");
        if (path.stream().anyMatch(segment -> segment.isBlank() || segment.matches("\\.{1,2}"))) {
            throw new IllegalArgumentException("Path has a segment that names nothing: /" + String.join("/", path));
        }
    }

    /** Reads what the path names. */
    public static CloudRequest get(String... path) {
        return new CloudRequest(Verb.GET, List.of(path), List.of(), Optional.empty());
    }

    /** Makes something new at the path. */
    public static CloudRequest post(Value body, String... path) {
        return new CloudRequest(Verb.POST, List.of(path), List.of(), Optional.of(body));
    }

    /** Sets what the path names to a state. */
    public static CloudRequest patch(Value body, String... path) {
        return new CloudRequest(Verb.PATCH, List.of(path), List.of(), Optional.of(body));
    }

    /** The same with one more term in its query. */
    public CloudRequest with(String name, String value) {
        List<Term> more = new ArrayList<>(query);
        more.add(new Term(name, value));
        return new CloudRequest(verb, path, more, body);
    }

    /** What is done and where: {@code GET /v1/memberships}. */
    @Override
    public String toString() {
        return verb + " /" + String.join("/", path);
    }
}
