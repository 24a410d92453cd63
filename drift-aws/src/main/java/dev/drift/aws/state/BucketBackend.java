package dev.drift.aws.state;

import dev.drift.code.StateLocation;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds states in buckets: the backend {@code s3}. */
final class BucketBackend {

    private static final String WORKSPACES = "env:";
    private static final int LENGTH_OF_A_CUSTOMER_KEY = 32;

    /** What changes how a state is written, or how it is checked who writes it, and nothing about how it is found. */
    private static final Set<String> ABOUT_WRITING = Set.of(
            "acl",
            "kms_key_id",
            "max_retries",
            "retry_mode",
            "state_tags",
            "lock_tags",
            "allowed_account_ids",
            "forbidden_account_ids");

    private BucketBackend() {}

    /** The object, by the settings of the code; those of access are kept for later. */
    static StatePlace place(StateLocation.Backend backend, String workspace, Map<String, String> environment)
            throws StateException {
        Settings settings = Settings.of(backend, environment, BucketBackend::isAboutReading);
        String key = settings.required("key");
        return new StatePlace.InBucket(
                settings.required("bucket"),
                workspace.equals(StatePlace.DEFAULT_WORKSPACE)
                        ? key
                        : joined(settings.written().getOrDefault("workspace_key_prefix", WORKSPACES), workspace, key),
                new StatePlace.LockKinds(settings.isOn("use_lockfile"), settings.text("dynamodb_table")),
                customerKey(settings),
                settings.ofAccess());
    }

    private static boolean isAboutReading(String setting) {
        String name = setting.replaceFirst("\\..*", "");
        return !ABOUT_WRITING.contains(name) && !name.startsWith("skip_");
    }

    /** As Go joins paths: without what is empty, and without doubled slashes. */
    private static String joined(String... parts) {
        return Arrays.stream(parts)
                .flatMap(part -> Arrays.stream(part.split("/")))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("/"));
    }

    private static Optional<String> customerKey(Settings settings) throws StateException {
        Optional<String> key = settings.text("sse_customer_key")
                .or(() -> settings.variable("AWS_SSE_CUSTOMER_KEY"))
                .filter(present -> settings.isOn("encrypt"));
        if (key.isPresent() && !isKey(key.get())) {
            throw Settings.undetermined("sse_customer_key", "is no key of 32 bytes in base64");
        }
        return key;
    }

    private static boolean isKey(String text) {
        try {
            return Base64.getDecoder().decode(text).length == LENGTH_OF_A_CUSTOMER_KEY;
        } catch (IllegalArgumentException noBase64) {
            return false;
        }
    }
}
