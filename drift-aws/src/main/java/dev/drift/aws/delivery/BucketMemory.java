package dev.drift.aws.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.drift.alert.AlertMemory;
import dev.drift.aws.call.CallException;
import dev.drift.estate.Cell;
import dev.drift.estate.Residency;
import dev.drift.history.ReportHistory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * What runs remember, in a bucket of S3, for machines that come and go: one object for the history of each cell and one for what each
 * alert route was told, none of them with a value of any resource. An object is made only where there is none and replaced only as
 * it is known, so runs and shares of a run side by side lose nothing of each other. It needs {@code s3:ListBucket}, {@code
 * s3:GetObject} and {@code s3:PutObject}; how objects are encrypted the bucket says. A place belongs to one repository.
 */
public final class BucketMemory {

    private static final long LONGEST_PAUSE_NANOS = 300_000_000;
    private static final int LONGEST_NAME = 60;

    private final BucketPlace place;
    private final Reach reach;
    private final Optional<Residency> promised;
    private final Consumer<String> told;

    private BucketMemory(BucketPlace place, Reach reach, Optional<Residency> promised, Consumer<String> told) {
        this.place = requireNonNull(place, "place is null");
        this.reach = reach;
        this.promised = requireNonNull(promised, "promised is null");
        this.told = requireNonNull(told, "told is null");
    }

    /**
     * At a place, reached as the variables say, which are those of a process.
     *
     * @param told is told what cannot be understood there, one line each
     */
    public static BucketMemory at(BucketPlace place, Map<String, String> environment, Consumer<String> told) {
        return new BucketMemory(place, new Reach(environment), Optional.empty(), told);
    }

    /** The same place, which is promised to stay somewhere. */
    public BucketMemory boundTo(Optional<Residency> residency) {
        return new BucketMemory(place, reach, residency, told);
    }

    /** The history of the stacks of a cell. */
    public ReportHistory history(Cell cell) {
        return new BucketHistory(this, named("history", cell.toString()), told);
    }

    /** What alert routes were told. */
    public AlertMemory alerts() {
        return new BucketAlerts(this, BucketAlerts.USUAL_PATIENCE);
    }

    /** Why it cannot be read, in one line; empty if it can. */
    public Optional<String> trouble() {
        try (BucketObjects objects = objects()) {
            objects.find(named("history", Cell.UNASSIGNED.toString()));
            return Optional.empty();
        } catch (CallException failed) {
            return Optional.of(failed.reason());
        }
    }

    Optional<Residency> residency() {
        return promised;
    }

    BucketObjects objects() throws CallException {
        try {
            return new BucketObjects(place, reach);
        } catch (RuntimeException unusable) {
            throw new CallException(
                    CallException.Kind.BROKEN,
                    place + " cannot be reached: "
                            + String.valueOf(unusable.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse(""));
        }
    }

    /** Names may hold anything and differ in case alone, and keys are to be read by people. */
    static String named(String folder, String name) {
        String safe = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]", "_");
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(UTF_8));
            return folder + "/" + safe.substring(0, Math.min(LONGEST_NAME, safe.length())) + "-"
                    + HexFormat.of().formatHex(digest, 0, 4) + ".json";
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    static void pause() {
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_NANOS));
    }

    @Override
    public String toString() {
        return "memory " + place;
    }
}
