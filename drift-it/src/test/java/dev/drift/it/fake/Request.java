package dev.drift.it.fake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One call of an AWS API.
 *
 * @param service as the signature names it, such as {@code ecs}
 * @param operation such as {@code DescribeServices}
 * @param body JSON or a form
 */
record Request(String service, String operation, String body) {

    private static final Pattern SCOPE = Pattern.compile("Credential=[^/]*/\\d+/[^/]+/([^/]+)/");
    private static final Pattern ACTION = Pattern.compile("(?:^|&)Action=(\\w+)");
    private static final Pattern SET = Pattern.compile("-(s\\d{4})");

    Request {
        requireNonNull(service, "service is null");
        requireNonNull(operation, "operation is null");
        requireNonNull(body, "body is null");
    }

    /** Reads the next request of a connection, or nothing where the peer has closed it. */
    static Optional<Request> read(InputStream in) throws IOException {
        Optional<String> first = line(in);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> headers = headers(in);
        String body = new String(in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0"))), UTF_8);
        String target = headers.getOrDefault("x-amz-target", "");
        return Optional.of(new Request(
                found(SCOPE, headers.getOrDefault("authorization", "")).orElse("nobody"),
                target.isEmpty()
                        ? found(ACTION, body).orElse(first.get())
                        : target.substring(target.lastIndexOf('.') + 1),
                body));
    }

    /** The set whose object the call names. */
    Optional<String> set() {
        return found(SET, body);
    }

    String name() {
        return service + "." + operation;
    }

    private static Map<String, String> headers(InputStream in) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        for (Optional<String> line = line(in); line.isPresent() && !line.get().isEmpty(); line = line(in)) {
            String[] parts = line.get().split(": *", 2);
            headers.put(parts[0].toLowerCase(Locale.ROOT), parts[parts.length - 1]);
        }
        return headers;
    }

    private static Optional<String> line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return Optional.empty();
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return Optional.of(line.toString());
    }

    private static Optional<String> found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
