package dev.drift.aws.credentials;

import static java.util.Objects.requireNonNull;

import dev.drift.aws.call.CallException;
import dev.drift.aws.call.Retrying;
import dev.drift.config.Secret;
import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbePhase;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.StsClientBuilder;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;
import software.amazon.awssdk.services.sts.model.Tag;

/** Asks the Security Token Service, bounded in time and in number. Safe for use by several threads. */
final class Sts implements AutoCloseable {

    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final Duration ANSWERING = Duration.ofSeconds(10);

    private final Clock clock;
    private final ConcurrentHashMap<Place, StsClient> clients = new ConcurrentHashMap<>();

    Sts(Clock clock) {
        this.clock = requireNonNull(clock);
    }

    /** The session of a role whose trust policy trusts whoever the credentials belong to. */
    Credentials assume(Place place, Credentials own, String role, SessionTerms terms) throws ProbeException {
        List<Tag> tags = terms.tags().entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
        return credentials(ask(
                "assuming " + role,
                place,
                client -> client.assumeRole(request -> {
                            request.roleArn(role).roleSessionName(terms.name()).tags(tags);
                            request.durationSeconds(
                                    Math.toIntExact(terms.duration().toSeconds()));
                            terms.externalId().ifPresent(request::externalId);
                            request.overrideConfiguration(override -> override.credentialsProvider(provider(own)));
                        })
                        .credentials()));
    }

    /** The session of a role whose trust policy trusts whoever the token names. */
    Credentials assume(Place place, Secret token, String role, String session, Optional<Duration> duration)
            throws ProbeException {
        String what = "assuming " + role + " with a web identity";
        return credentials(ask(
                what,
                place,
                client -> client.assumeRoleWithWebIdentity(request -> {
                            request.roleArn(role).roleSessionName(session).webIdentityToken(token.reveal());
                            duration.ifPresent(
                                    lasting -> request.durationSeconds(Math.toIntExact(lasting.toSeconds())));
                        })
                        .credentials()));
    }

    /** Whose the credentials are. */
    Caller caller(Place place, Credentials own) throws ProbeException {
        GetCallerIdentityResponse answer = ask(
                "asking whose the credentials are",
                place,
                client -> client.getCallerIdentity(request ->
                        request.overrideConfiguration(override -> override.credentialsProvider(provider(own)))));
        return Caller.of(answer.account(), answer.arn());
    }

    @Override
    public void close() {
        clients.keySet()
                .forEach(place -> Optional.ofNullable(clients.remove(place)).ifPresent(StsClient::close));
    }

    private <T> T ask(String what, Place place, Question<T> question) throws ProbeException {
        String where = what + " in " + place.region();
        Callable<T> call = () -> question.ask(clients.computeIfAbsent(place, Sts::client));
        try {
            T answer = Retrying.calling(where, call);
            if (answer == null) {
                throw new ProbeException(ProbePhase.INIT, where + " failed: the answer holds no credentials");
            }
            return answer;
        } catch (CallException failed) {
            throw new ProbeException(ProbePhase.INIT, failed.reason(), failed);
        }
    }

    private Credentials credentials(software.amazon.awssdk.services.sts.model.Credentials granted)
            throws ProbeException {
        @Nullable String keyId = granted.accessKeyId();
        @Nullable String key = granted.secretAccessKey();
        @Nullable String token = granted.sessionToken();
        if (keyId == null || key == null || token == null || granted.expiration() == null) {
            throw new ProbeException(ProbePhase.INIT, "STS answered with half of the credentials");
        }
        return new Credentials(
                Secret.of(keyId),
                Secret.of(key),
                Optional.of(Secret.of(token)),
                clock.instant(),
                Optional.of(granted.expiration()));
    }

    /** Anonymous where a request brings no credentials: a web identity needs none. Whether to try again is not its choice. */
    private static StsClient client(Place place) {
        StsClientBuilder builder = StsClient.builder()
                .region(Region.of(place.region().name()))
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECTING)
                        .socketTimeout(ANSWERING))
                .overrideConfiguration(override -> override.retryStrategy(DefaultRetryStrategy.doNotRetry())
                        .apiCallTimeout(CONNECTING.plus(ANSWERING)));
        place.endpoint().ifPresent(builder::endpointOverride);
        return builder.build();
    }

    private static AwsCredentialsProvider provider(Credentials own) {
        String keyId = own.keyId().reveal();
        String key = own.key().reveal();
        return StaticCredentialsProvider.create(
                own.token().isPresent()
                        ? AwsSessionCredentials.create(
                                keyId, key, own.token().get().reveal())
                        : AwsBasicCredentials.create(keyId, key));
    }

    private interface Question<T> {
        @Nullable
        T ask(StsClient client);
    }
}
