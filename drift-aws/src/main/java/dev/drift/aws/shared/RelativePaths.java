package dev.drift.aws.shared;

import dev.drift.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds what a shared process would look for in the wrong place: it does not run where the stack is. */
final class RelativePaths {

    private static final Pattern NAMES_FILE = Pattern.compile(".*(_files?|_path|_bundle)");
    private static final List<String> VARIABLES =
            List.of("AWS_CA_BUNDLE", "AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE", "AWS_WEB_IDENTITY_TOKEN_FILE");

    private RelativePaths() {}

    /** The name of an argument of a provider's configuration that holds such a path. */
    static Optional<String> in(Value configuration) {
        return configuration instanceof Value.Fields fields
                ? fields.values().entrySet().stream()
                        .flatMap(entry -> in(entry.getKey(), entry.getValue()))
                        .findFirst()
                : Optional.empty();
    }

    /** The name of a variable that holds such a path. */
    static Optional<String> in(Map<String, String> environment) {
        return VARIABLES.stream()
                .filter(name -> isRelative(environment.getOrDefault(name, "")))
                .findFirst();
    }

    private static Stream<String> in(String name, Value value) {
        if (value instanceof Value.Items items) {
            return items.values().stream().flatMap(item -> in(name, item));
        }
        if (value instanceof Value.Fields) {
            return in(value).stream().map(below -> name + "." + below);
        }
        return value
                .text()
                .filter(path -> NAMES_FILE.matcher(name).matches() && isRelative(path))
                .map(path -> name)
                .stream();
    }

    private static boolean isRelative(String path) {
        return !path.isEmpty() && !path.startsWith("/") && !path.startsWith("~") && !path.startsWith("$");
    }
}
