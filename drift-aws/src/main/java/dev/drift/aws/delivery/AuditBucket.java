package dev.drift.aws.delivery;

import static java.util.Objects.requireNonNull;

import dev.drift.audit.AuditArchive;
import dev.drift.audit.AuditException;
import dev.drift.audit.AuditFile;
import dev.drift.audit.AuditHead;
import dev.drift.audit.AuditNote;
import dev.drift.audit.AuditPiece;
import dev.drift.audit.AuditTail;
import dev.drift.audit.AuditTrail;
import dev.drift.estate.Residency;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * A trail in a bucket of S3: one object for each piece, named by the number of its first line, and {@value AuditFile#HEAD}. An
 * object is made only if there is none of its name, so of several writers one comes first and the others follow it; none ever
 * overwrites another. Where the bucket locks objects, segments are kept as long as its rule says, or for a year in governance
 * mode if it has no rule. It needs {@code s3:ListBucket}, {@code s3:GetObject}, {@code s3:PutObject}, for buckets with locks
 * also {@code s3:GetBucketObjectLockConfiguration} and {@code s3:PutObjectRetention}.
 */
public final class AuditBucket implements AuditTrail, AuditArchive {

    private static final int MOST_ATTEMPTS = 40;
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(200);

    private final BucketPlace place;
    private final Reach reach;
    private final Optional<Residency> promised;
    private final Clock clock;

    private AuditBucket(BucketPlace place, Reach reach, Optional<Residency> promised, Clock clock) {
        this.place = requireNonNull(place, "place is null");
        this.reach = requireNonNull(reach, "reach is null");
        this.promised = requireNonNull(promised, "promised is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** At a place, reached as the variables say, which are those of a process. */
    public static AuditBucket at(BucketPlace place, Map<String, String> environment) {
        return new AuditBucket(place, new Reach(environment), Optional.empty(), Clock.systemUTC());
    }

    /** The same place, which is promised to stay somewhere. */
    public AuditBucket boundTo(Optional<Residency> residency) {
        return new AuditBucket(place, reach, residency, clock);
    }

    @Override
    public String destination() {
        return "audit trail " + place;
    }

    @Override
    public Optional<Residency> residency() {
        return promised;
    }

    @Override
    public AuditHead append(List<AuditNote> notes) throws AuditException {
        List<AuditNote> asked = List.copyOf(notes);
        try (TrailObjects objects = objects()) {
            for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
                AuditHead end = end(objects);
                if (asked.isEmpty()) {
                    return end;
                }
                String segment = AuditFile.segment(end.sequence() + 1);
                AuditPiece piece = AuditPiece.behind(end, asked);
                if (objects.make(segment, piece.text()) || isOurs(objects, segment, piece)) {
                    AuditHead head = piece.head(segment, 0);
                    moveTo(objects, head);
                    return head;
                }
                pause();
            }
            throw busy();
        }
    }

    @Override
    public void read(Consumer<AuditFile> reader) throws AuditException {
        try (TrailObjects objects = objects()) {
            String last = "";
            Optional<TrailObjects.Found> head = Optional.empty();
            for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
                for (String name : objects.segmentsBehind(last)) {
                    reader.accept(required(objects, name).file());
                    last = name;
                }
                head = objects.find(AuditFile.HEAD);
                String said = head.flatMap(found -> AuditHead.read(found.content()))
                        .map(AuditHead::segment)
                        .orElse(last);
                if (said.equals(last)) {
                    break;
                }
                pause();
            }
            head.map(TrailObjects.Found::file).ifPresent(reader);
        }
    }

    /** A trail has a head before it has its first line. */
    private AuditHead end(TrailObjects objects) throws AuditException {
        Optional<TrailObjects.Found> found = objects.find(AuditFile.HEAD);
        if (found.isEmpty()) {
            if (!objects.segmentsBehind("").isEmpty()
                    && objects.find(AuditFile.HEAD).isEmpty()) {
                throw new AuditException("the trail at " + place + " lost its " + AuditFile.HEAD);
            }
            objects.make(AuditFile.HEAD, AuditHead.EMPTY.text());
            found = Optional.of(required(objects, AuditFile.HEAD));
        }
        AuditTail tail = new AuditTail(said(found.get()));
        for (String name : objects.segmentsBehind(tail.end().segment())) {
            tail.read(required(objects, name).file());
            if (tail.torn() > 0) {
                throw new AuditException(place + "/" + name + " is not what was written");
            }
        }
        return tail.end();
    }

    /** An answer that was lost on its way makes a second attempt find what the first one made. */
    private static boolean isOurs(TrailObjects objects, String segment, AuditPiece piece) throws AuditException {
        return objects.find(segment)
                .filter(found -> Arrays.equals(found.content(), piece.text()))
                .isPresent();
    }

    /** Whoever is further already stays there. */
    private void moveTo(TrailObjects objects, AuditHead head) throws AuditException {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            TrailObjects.Found found = required(objects, AuditFile.HEAD);
            if (said(found).sequence() >= head.sequence() || objects.replace(found, head.text())) {
                return;
            }
            pause();
        }
        throw busy();
    }

    private AuditHead said(TrailObjects.Found head) throws AuditException {
        return AuditHead.read(head.content())
                .orElseThrow(() -> new AuditException(head.file() + " is no head of a trail"));
    }

    private TrailObjects.Found required(TrailObjects objects, String name) throws AuditException {
        return objects.find(name).orElseThrow(() -> new AuditException(place + "/" + name + " is gone"));
    }

    private TrailObjects objects() throws AuditException {
        try {
            return new TrailObjects(place, reach, clock);
        } catch (RuntimeException unusable) {
            throw new AuditException(place + " cannot be reached: "
                    + String.valueOf(unusable.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private AuditException busy() {
        return new AuditException("others are writing to " + place + " all the time");
    }

    private static void pause() {
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE.toNanos()));
    }

    @Override
    public String toString() {
        return destination();
    }
}
