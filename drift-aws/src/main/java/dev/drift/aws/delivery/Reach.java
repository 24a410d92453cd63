package dev.drift.aws.delivery;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * How AWS is reached: where, and as whom.
 *
 * @param environment the variables of the process
 */
record Reach(Map<String, String> environment) {

    static final Duration WHOLE = Duration.ofSeconds(30);
    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final Duration ANSWERING = Duration.ofSeconds(15);

    Reach {
        environment = Map.copyOf(requireNonNull(environment, "environment is null"));
    }

    /** The region that was named, else that of the environment. */
    Optional<String> region(Optional<String> named) {
        return named.or(() -> variable("AWS_REGION", "AWS_DEFAULT_REGION"));
    }

    /** Where a service answers, if not where AWS says. */
    Optional<URI> endpoint(String service) {
        return variable("AWS_ENDPOINT_URL_" + service.toUpperCase(Locale.ROOT), "AWS_ENDPOINT_URL")
                .map(URI::create);
    }

    /** The keys of the environment, else whatever AWS finds: a profile, a web identity, the machine. */
    AwsCredentialsProvider credentials() {
        Optional<String> id = variable("AWS_ACCESS_KEY_ID");
        Optional<String> key = variable("AWS_SECRET_ACCESS_KEY");
        if (id.isEmpty() || key.isEmpty()) {
            DefaultCredentialsProvider.Builder found = DefaultCredentialsProvider.builder();
            variable("AWS_PROFILE").ifPresent(found::profileName);
            return found.build();
        }
        return StaticCredentialsProvider.create(variable("AWS_SESSION_TOKEN")
                .<software.amazon.awssdk.auth.credentials.AwsCredentials>map(
                        token -> AwsSessionCredentials.create(id.get(), key.get(), token))
                .orElseGet(() -> AwsBasicCredentials.create(id.get(), key.get())));
    }

    /** A client that waits for nothing for long. */
    static SdkHttpClient.Builder<?> http() {
        return UrlConnectionHttpClient.builder().connectionTimeout(CONNECTING).socketTimeout(ANSWERING);
    }

    private Optional<String> variable(String... names) {
        return Arrays.stream(names)
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** The variables hold keys. */
    @Override
    public String toString() {
        return "reach";
    }
}
