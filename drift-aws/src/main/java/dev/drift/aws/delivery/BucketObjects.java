package dev.drift.aws.delivery;

import dev.drift.aws.call.CallException;
import dev.drift.aws.call.Retrying;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectLockConfiguration;
import software.amazon.awssdk.services.s3.model.ObjectLockEnabled;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/**
 * The objects below a place in a bucket. An object is only ever made where there is none, or put in the place of one that is known.
 * Calls are bounded and repeated where that makes nothing twice.
 */
final class BucketObjects implements AutoCloseable {

    private static final int PRECONDITION_FAILED = 412;
    private static final int CONFLICT = 409;

    private final BucketPlace place;
    private final S3Client s3;

    /** Throws a {@link RuntimeException} where the place cannot be reached as it is described. */
    BucketObjects(BucketPlace place, Reach reach) {
        this.place = place;
        this.s3 = client(place, reach);
    }

    /**
     * One object, as it lies there.
     *
     * @param age since it was written, by the clock of the bucket
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Stored(byte[] content, String tag, Duration age) {}

    /** The names behind a name, in order. */
    List<String> namesBehind(String name) throws CallException {
        List<String> names = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            Optional<String> page = next;
            ListObjectsV2Response answer = calling(
                    "listing",
                    () -> s3.listObjectsV2(request -> {
                        request.bucket(place.bucket()).prefix(place.key(""));
                        page.ifPresentOrElse(request::continuationToken, () -> request.startAfter(place.key(name)));
                    }));
            answer.contents().stream()
                    .map(S3Object::key)
                    .map(key -> key.substring(place.key("").length()))
                    .forEach(names::add);
            next = Boolean.TRUE.equals(answer.isTruncated())
                    ? Optional.ofNullable(answer.nextContinuationToken())
                    : Optional.empty();
        } while (next.isPresent());
        return names.stream().sorted().toList();
    }

    /** The object of a name, if there is one. */
    Optional<Stored> find(String name) throws CallException {
        return calling("reading", () -> {
            try {
                ResponseBytes<GetObjectResponse> answer = s3.getObjectAsBytes(
                        request -> request.bucket(place.bucket()).key(place.key(name)));
                GetObjectResponse facts = answer.response();
                return Optional.of(new Stored(answer.asByteArray(), String.valueOf(facts.eTag()), age(facts)));
            } catch (NoSuchKeyException absent) {
                return Optional.empty();
            }
        });
    }

    /** Makes an object, unless there is one of that name: then nothing happens. The tag of what it made. */
    Optional<String> make(String name, byte[] content, UnaryOperator<PutObjectRequest.Builder> how)
            throws CallException {
        return putting(how.apply(put(name, content).ifNoneMatch("*")).build(), content);
    }

    /** Puts an object in the place of the one with the tag, unless there is another one by now. The tag of what it put there. */
    Optional<String> replace(String name, String tag, byte[] content) throws CallException {
        return putting(put(name, content).ifMatch(tag).build(), content);
    }

    /** A bucket that locks objects and does not say for how long. One that says so needs nobody's help. */
    boolean locksWithoutARule() {
        try {
            ObjectLockConfiguration lock = s3.getObjectLockConfiguration(request -> request.bucket(place.bucket()))
                    .objectLockConfiguration();
            return lock != null && lock.objectLockEnabled() == ObjectLockEnabled.ENABLED && lock.rule() == null;
        } catch (RuntimeException notKnown) {
            return false;
        }
    }

    @Override
    public void close() {
        s3.close();
    }

    /** No other clock is asked: those of machines are not the same. */
    private static Duration age(GetObjectResponse facts) {
        Instant now = facts.sdkHttpResponse()
                .firstMatchingHeader("Date")
                .flatMap(BucketObjects::moment)
                .orElseGet(Instant::now);
        return Optional.ofNullable(facts.lastModified())
                .map(written -> Duration.between(written, now))
                .orElse(Duration.ZERO);
    }

    private static Optional<Instant> moment(String date) {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from));
        } catch (DateTimeParseException strange) {
            return Optional.empty();
        }
    }

    private Optional<String> putting(PutObjectRequest request, byte[] content) throws CallException {
        return calling("writing", () -> {
            try {
                return Optional.of(String.valueOf(
                        s3.putObject(request, RequestBody.fromBytes(content)).eTag()));
            } catch (S3Exception refused) {
                if (refused.statusCode() == PRECONDITION_FAILED || refused.statusCode() == CONFLICT) {
                    return Optional.empty();
                }
                throw refused;
            }
        });
    }

    private PutObjectRequest.Builder put(String name, byte[] content) {
        PutObjectRequest.Builder request = PutObjectRequest.builder()
                .bucket(place.bucket())
                .key(place.key(name))
                .contentType("application/json")
                .checksumSHA256(sha256(content));
        place.kmsKey()
                .ifPresent(key -> request.serverSideEncryption(ServerSideEncryption.AWS_KMS)
                        .ssekmsKeyId(key));
        return request;
    }

    private <T> T calling(String what, Callable<T> call) throws CallException {
        return Retrying.calling(what + " " + place, call);
    }

    private static S3Client client(BucketPlace place, Reach reach) {
        S3ClientBuilder builder = S3Client.builder()
                .credentialsProvider(reach.credentials())
                .httpClientBuilder(Reach.http())
                .crossRegionAccessEnabled(false)
                .serviceConfiguration(configuration -> configuration.chunkedEncodingEnabled(false))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .overrideConfiguration(override -> override.retryStrategy(DefaultRetryStrategy.doNotRetry())
                        .apiCallTimeout(Reach.WHOLE));
        reach.region(place.region()).map(Region::of).ifPresent(builder::region);
        reach.endpoint("s3")
                .ifPresent(address -> builder.endpointOverride(address).forcePathStyle(true));
        return builder.build();
    }

    private static String sha256(byte[] content) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}
