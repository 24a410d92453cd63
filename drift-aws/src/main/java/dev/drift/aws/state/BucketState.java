package dev.drift.aws.state;

import dev.drift.aws.call.CallException;
import dev.drift.aws.call.Retrying;
import dev.drift.aws.state.StateException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** A state in a bucket. */
final class BucketState implements StateFile {

    private static final String ALGORITHM = "AES256";

    private final StatePlace.InBucket place;
    private final AwsConnection connection;

    BucketState(StatePlace.InBucket place, AwsConnection connection) {
        this.place = place;
        this.connection = connection;
    }

    /** What came of one reading: a state, none, or something that is no state. */
    private sealed interface Reading {
        record Copy(Optional<StateCopy> copy) implements Reading {}

        record Unusable(StateException why) implements Reading {}
    }

    @Override
    public Optional<StateCopy> read(Visit visit) throws StateException {
        S3Client s3 = connection.s3();
        Reading reading = calling(
                "reading the state",
                () -> ifPresent(() -> reading(s3.getObject(request(place.key())), visit))
                        .orElse(new Reading.Copy(Optional.empty())));
        if (reading instanceof Reading.Unusable unusable) {
            throw unusable.why();
        }
        return ((Reading.Copy) reading).copy();
    }

    @Override
    public Optional<String> revision() throws StateException {
        S3Client s3 = connection.s3();
        HeadObjectRequest.Builder request =
                HeadObjectRequest.builder().bucket(place.bucket()).key(place.key());
        place.customerKey()
                .ifPresent(key -> request.sseCustomerAlgorithm(ALGORITHM)
                        .sseCustomerKey(key)
                        .sseCustomerKeyMD5(md5(key)));
        return calling("looking for the state", () -> ifPresent(() -> s3.headObject(request.build())))
                .map(BucketState::revision);
    }

    @Override
    public Optional<StateLock> lock() throws StateException {
        Optional<StateLock> beside = place.lockedBy().object() ? objectBeside() : Optional.empty();
        Optional<String> table = place.lockedBy().table();
        return beside.isPresent() || table.isEmpty() ? beside : itemIn(table.get());
    }

    private Optional<StateLock> objectBeside() throws StateException {
        S3Client s3 = connection.s3();
        return calling(
                        "reading the lock",
                        () -> ifPresent(() -> s3.getObject(
                                request(place.key() + ".tflock"), (response, stream) -> beginning(stream))))
                .map(LockText::read);
    }

    private Optional<StateLock> itemIn(String table) throws StateException {
        DynamoDbClient dynamoDb = connection.dynamoDb();
        GetItemResponse item = calling(
                "reading the lock",
                () -> dynamoDb.getItem(request -> request.tableName(table)
                        .key(Map.of("LockID", AttributeValue.fromS(place.bucket() + "/" + place.key())))
                        .projectionExpression("LockID, Info")
                        .consistentRead(true)));
        return item.hasItem() && !item.item().isEmpty()
                ? Optional.of(LockText.read(Optional.ofNullable(item.item().get("Info"))
                        .flatMap(info -> Optional.ofNullable(info.s()))
                        .orElse("")))
                : Optional.empty();
    }

    private GetObjectRequest request(String key) {
        GetObjectRequest.Builder request =
                GetObjectRequest.builder().bucket(place.bucket()).key(key);
        place.customerKey()
                .ifPresent(secret -> request.sseCustomerAlgorithm(ALGORITHM)
                        .sseCustomerKey(secret)
                        .sseCustomerKeyMD5(md5(secret)));
        return request.build();
    }

    /** The call is over when the bytes begin to come, so that no visitor has to hurry. */
    private Reading reading(ResponseInputStream<GetObjectResponse> answer, Visit visit) throws IOException {
        boolean whole = false;
        try {
            Reading read = reading(answer.response(), new PatientStream(answer, connection.patience()), visit);
            whole = read instanceof Reading.Copy;
            return read;
        } finally {
            if (whole) {
                answer.close();
            } else {
                answer.abort();
            }
        }
    }

    /** An answer that ends before its announced length is tried again, unlike one that was cut off when it was written. */
    private static Reading reading(GetObjectResponse response, InputStream bytes, Visit visit) throws IOException {
        WatchedStream stream = new WatchedStream(bytes);
        Optional<Long> length = Optional.ofNullable(response.contentLength());
        try {
            Optional<ReadState> state = StateReader.read(stream, visit);
            requireWhole(stream, length);
            return new Reading.Copy(state.map(read -> new StateCopy(read, revision(response), stream.digest())));
        } catch (StateException unusable) {
            if (unusable.reason().endsWith("ends early")) {
                requireWhole(stream, length);
            }
            return new Reading.Unusable(unusable);
        }
    }

    private static void requireWhole(WatchedStream stream, Optional<Long> length) throws IOException {
        if (length.isPresent() && stream.count() < length.get()) {
            throw new IOException("the answer ended after " + stream.count() + " of " + length.get() + " bytes");
        }
    }

    private static String beginning(InputStream stream) throws IOException {
        return new String(stream.readNBytes(LockText.LONGEST), StandardCharsets.UTF_8);
    }

    /** The entity tag changes with the content; the version is for stores that have no tags. */
    private static String revision(GetObjectResponse object) {
        return Optional.ofNullable(object.eTag()).orElseGet(() -> String.valueOf(object.versionId()));
    }

    private static String revision(HeadObjectResponse object) {
        return Optional.ofNullable(object.eTag()).orElseGet(() -> String.valueOf(object.versionId()));
    }

    /** An object that does not exist is an answer; a bucket that does not exist is none, nor is a page that says so. */
    private static <T> Optional<T> ifPresent(Callable<T> asked) throws Exception {
        try {
            return Optional.of(asked.call());
        } catch (NoSuchKeyException absent) {
            return Optional.empty();
        }
    }

    private static <T> T calling(String what, Callable<T> call) throws StateException {
        try {
            return Retrying.calling(what, call);
        } catch (CallException failed) {
            throw new StateException(
                    failed.kind() == CallException.Kind.DENIED ? Kind.DENIED : Kind.UNREACHABLE, failed.reason());
        }
    }

    private static String md5(String customerKey) {
        try {
            byte[] key = Base64.getDecoder().decode(customerKey);
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("MD5").digest(key));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has MD5", impossible);
        }
    }
}
