package dev.drift.aws.delivery;

import dev.drift.audit.AuditException;
import dev.drift.audit.AuditFile;
import dev.drift.aws.call.CallException;
import dev.drift.aws.call.Retrying;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
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
import software.amazon.awssdk.services.s3.model.ObjectLockMode;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/** The objects of one trail. Calls are bounded and repeated where that makes nothing twice. */
final class TrailObjects implements AutoCloseable {

    private static final int PRECONDITION_FAILED = 412;
    private static final int CONFLICT = 409;
    private static final Duration KEPT = Duration.ofDays(365);

    private final BucketPlace place;
    private final Clock clock;
    private final S3Client s3;

    TrailObjects(BucketPlace place, Reach reach, Clock clock) {
        this.place = place;
        this.clock = clock;
        this.s3 = client(place, reach);
    }

    /** One object, as it lies there. */
    @SuppressWarnings("ArrayRecordComponent")
    record Found(AuditFile file, byte[] content, String tag) {}

    /** The names of the segments behind a name, in order. */
    List<String> segmentsBehind(String name) throws AuditException {
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
                    .filter(AuditFile::isSegment)
                    .forEach(names::add);
            next = Boolean.TRUE.equals(answer.isTruncated())
                    ? Optional.ofNullable(answer.nextContinuationToken())
                    : Optional.empty();
        } while (next.isPresent());
        return names.stream().sorted().toList();
    }

    /** The object of a name, if there is one. */
    Optional<Found> find(String name) throws AuditException {
        return calling("reading", () -> {
            try {
                ResponseBytes<GetObjectResponse> answer = s3.getObjectAsBytes(
                        request -> request.bucket(place.bucket()).key(place.key(name)));
                byte[] content = answer.asByteArray();
                return Optional.of(new Found(
                        new AuditFile(name, place + "/" + name, content),
                        content,
                        String.valueOf(answer.response().eTag())));
            } catch (NoSuchKeyException absent) {
                return Optional.empty();
            }
        });
    }

    /** Makes an object, unless there is one of that name: then nothing happens, and the answer is no. */
    boolean make(String name, byte[] content) throws AuditException {
        PutObjectRequest.Builder request = put(name, content).ifNoneMatch("*");
        if (AuditFile.isSegment(name) && mustBeKept()) {
            request.objectLockMode(ObjectLockMode.GOVERNANCE)
                    .objectLockRetainUntilDate(clock.instant().plus(KEPT));
        }
        return putting(request.build(), content);
    }

    /** Puts an object in the place of the one with the tag; if there is another one by now, the answer is no. */
    boolean replace(Found before, byte[] content) throws AuditException {
        return putting(put(before.file().name(), content).ifMatch(before.tag()).build(), content);
    }

    @Override
    public void close() {
        s3.close();
    }

    private boolean putting(PutObjectRequest request, byte[] content) throws AuditException {
        return calling("writing", () -> {
            try {
                s3.putObject(request, RequestBody.fromBytes(content));
                return true;
            } catch (S3Exception refused) {
                if (refused.statusCode() == PRECONDITION_FAILED || refused.statusCode() == CONFLICT) {
                    return false;
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

    /** A bucket that locks objects and does not say for how long. One that says so needs nobody's help. */
    private boolean mustBeKept() {
        try {
            ObjectLockConfiguration lock = s3.getObjectLockConfiguration(request -> request.bucket(place.bucket()))
                    .objectLockConfiguration();
            return lock != null && lock.objectLockEnabled() == ObjectLockEnabled.ENABLED && lock.rule() == null;
        } catch (RuntimeException notKnown) {
            return false;
        }
    }

    private <T> T calling(String what, Callable<T> call) throws AuditException {
        try {
            return Retrying.calling(what + " " + place, call);
        } catch (CallException failed) {
            throw new AuditException(failed.reason(), failed);
        }
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
