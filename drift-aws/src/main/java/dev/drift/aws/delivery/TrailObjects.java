package dev.drift.aws.delivery;

import dev.drift.audit.AuditException;
import dev.drift.audit.AuditFile;
import dev.drift.aws.call.CallException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.ObjectLockMode;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/** The objects of one trail. */
final class TrailObjects implements AutoCloseable {

    private static final Duration KEPT = Duration.ofDays(365);

    private final BucketPlace place;
    private final Clock clock;
    private final BucketObjects objects;

    TrailObjects(BucketPlace place, Reach reach, Clock clock) {
        this.place = place;
        this.clock = clock;
        this.objects = new BucketObjects(place, reach);
    }

    /** One object, as it lies there. */
    @SuppressWarnings("ArrayRecordComponent")
    record Found(AuditFile file, byte[] content, String tag) {}

    /** What is done with the objects. */
    @FunctionalInterface
    private interface Work<T> {
        T done() throws CallException;
    }

    /** The names of the segments behind a name, in order. */
    List<String> segmentsBehind(String name) throws AuditException {
        return told(() -> objects.namesBehind(name)).stream()
                .filter(AuditFile::isSegment)
                .toList();
    }

    /** The object of a name, if there is one. */
    Optional<Found> find(String name) throws AuditException {
        return told(() -> objects.find(name))
                .map(stored -> new Found(
                        new AuditFile(name, place + "/" + name, stored.content()), stored.content(), stored.tag()));
    }

    /** Makes an object, unless there is one of that name: then nothing happens, and the answer is no. */
    boolean make(String name, byte[] content) throws AuditException {
        boolean kept = AuditFile.isSegment(name) && objects.locksWithoutARule();
        return told(() -> objects.make(name, content, request -> kept ? keeping(request) : request))
                .isPresent();
    }

    /** Puts an object in the place of the one with the tag; if there is another one by now, the answer is no. */
    boolean replace(Found before, byte[] content) throws AuditException {
        return told(() -> objects.replace(before.file().name(), before.tag(), content))
                .isPresent();
    }

    @Override
    public void close() {
        objects.close();
    }

    private PutObjectRequest.Builder keeping(PutObjectRequest.Builder request) {
        return request.objectLockMode(ObjectLockMode.GOVERNANCE)
                .objectLockRetainUntilDate(clock.instant().plus(KEPT));
    }

    private static <T> T told(Work<T> work) throws AuditException {
        try {
            return work.done();
        } catch (CallException failed) {
            throw new AuditException(failed.reason(), failed);
        }
    }
}
