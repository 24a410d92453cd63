package dev.drift.aws.state;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * One way of reaching AWS: a region, endpoints, and somebody to be. Its clients are made when they are first needed. Safe for
 * use by several threads.
 */
final class AwsConnection {

    private final Settings settings;
    private final AwsConnections connections;
    private final AtomicReference<@Nullable Caller> caller = new AtomicReference<>();
    private final AtomicReference<@Nullable S3Client> s3 = new AtomicReference<>();
    private final AtomicReference<@Nullable DynamoDbClient> dynamoDb = new AtomicReference<>();
    private final AtomicReference<@Nullable KmsClient> kms = new AtomicReference<>();

    AwsConnection(Settings settings, AwsConnections connections) {
        this.settings = settings;
        this.connections = connections;
    }

    /** Where and as whom is called. */
    private record Caller(String region, AwsCredentialsProvider credentials, Profiles profiles) {}

    /** How long a whole answer may be waited for. */
    Duration patience() {
        return connections.patience();
    }

    synchronized S3Client s3() throws StateException {
        S3Client made = s3.get();
        if (made == null) {
            made = reaching(S3Client.builder(), "s3", caller())
                    .forcePathStyle(settings.isOn("use_path_style", "force_path_style"))
                    .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                    .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                    .build();
            s3.set(made);
        }
        return made;
    }

    synchronized DynamoDbClient dynamoDb() throws StateException {
        DynamoDbClient made = dynamoDb.get();
        if (made == null) {
            made = reaching(DynamoDbClient.builder(), "dynamodb", caller()).build();
            dynamoDb.set(made);
        }
        return made;
    }

    synchronized KmsClient kms() throws StateException {
        KmsClient made = kms.get();
        if (made == null) {
            made = reaching(KmsClient.builder(), "kms", caller()).build();
            kms.set(made);
        }
        return made;
    }

    /** Asks for the keys of a role as somebody; made anew each time. */
    StsClient sts(AwsCredentialsProvider as, Profiles profiles) throws StateException {
        String region =
                settings.text("sts_region").isPresent() ? settings.required("sts_region") : profiles.region(settings);
        return reaching(StsClient.builder(), "sts", new Caller(region, as, profiles))
                .build();
    }

    private Caller caller() throws StateException {
        Caller known = caller.get();
        if (known == null) {
            Profiles profiles = Profiles.of(settings);
            known = new Caller(
                    profiles.region(settings), new Identity(settings, profiles, this).credentials(), profiles);
            caller.set(known);
        }
        return known;
    }

    private <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B reaching(
            B builder, String service, Caller as) throws StateException {
        builder.region(Region.of(as.region()))
                .credentialsProvider(as.credentials())
                .httpClient(connections.wire().http())
                .overrideConfiguration(as.profiles().over(connections.bounded()).build())
                .dualstackEnabled(settings.isOn("use_dualstack_endpoint"))
                .fipsEnabled(settings.isOn("use_fips_endpoint") || settings.isOnByVariable("AWS_USE_FIPS_ENDPOINT"));
        Optional<URI> endpoint = endpoint(service);
        endpoint.ifPresent(builder::endpointOverride);
        return builder;
    }

    private Optional<URI> endpoint(String service) throws StateException {
        String upper = service.toUpperCase(Locale.ROOT);
        Optional<String> given = settings.text(
                        "endpoints." + service, service.equals("s3") ? "endpoint" : service + "_endpoint")
                .or(() -> settings.variable(
                        "AWS_ENDPOINT_URL_" + upper, "AWS_" + upper + "_ENDPOINT", "AWS_ENDPOINT_URL"));
        if (given.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI address = URI.create(given.get().contains("://") ? given.get() : "https://" + given.get());
            if (address.getHost() != null) {
                return Optional.of(address);
            }
        } catch (IllegalArgumentException noAddress) {
            // Said below, together with those that have no host.
        }
        throw Settings.undetermined("endpoints." + service, "is no address");
    }
}
