package dev.drift.aws.delivery;

import static java.util.Objects.requireNonNull;

import dev.drift.config.InvalidConfigException;
import dev.drift.config.Problem;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a bucket: {@code s3://BUCKET/PREFIX}, with {@code ?region=} and {@code kms_key=} behind it where they differ from
 * those of the environment and of the bucket.
 *
 * @param bucket the name of the bucket
 * @param prefix what the keys of the objects begin with, without a slash at its end; may be empty
 * @param region the region of the bucket; empty for that of the environment
 * @param kmsKey the key that objects are encrypted with; empty for what the bucket says
 */
public record BucketPlace(String bucket, String prefix, Optional<String> region, Optional<String> kmsKey) {

    /** What the name of a place in a bucket begins with. */
    public static final String SCHEME = "s3://";

    private static final Pattern GRAMMAR =
            Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/([^?]*))?(?:\\?(.*))?");
    private static final Set<String> SETTINGS = Set.of("region", "kms_key");

    public BucketPlace {
        requireNonNull(bucket, "bucket is null");
        requireNonNull(prefix, "prefix is null");
        requireNonNull(region, "region is null");
        requireNonNull(kmsKey, "kmsKey is null");
    }

    /**
     * The place that the text names.
     *
     * @throws InvalidConfigException if it names none
     */
    public static BucketPlace parse(String text) {
        Matcher written = GRAMMAR.matcher(text);
        if (!written.matches()) {
            throw InvalidConfigException.of(
                    Problem.of("\"" + text + "\" is no place in a bucket: write s3://BUCKET/PREFIX"));
        }
        Map<String, String> settings = settings(text, Optional.ofNullable(written.group(3)));
        return new BucketPlace(
                written.group(1),
                Optional.ofNullable(written.group(2)).orElse("").replaceFirst("/+$", ""),
                Optional.ofNullable(settings.get("region")),
                Optional.ofNullable(settings.get("kms_key")));
    }

    /** The key of an object. */
    String key(String name) {
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    private static Map<String, String> settings(String text, Optional<String> query) {
        Map<String, String> settings = new HashMap<>();
        for (String pair : query.filter(said -> !said.isEmpty()).orElse("").split("&", -1)) {
            int equals = pair.indexOf('=');
            if (!pair.isEmpty()) {
                String name = equals < 0 ? pair : pair.substring(0, equals);
                if (equals < 0 || !SETTINGS.contains(name)) {
                    throw InvalidConfigException.of(Problem.of("\"" + text + "\": \"" + name
                            + "\" is no setting of a place in a bucket: region=REGION or kms_key=KEY"));
                }
                settings.put(name, URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return settings;
    }

    @Override
    public String toString() {
        return SCHEME + bucket + (prefix.isEmpty() ? "" : "/" + prefix);
    }
}
