package dev.drift.cli;

import dev.drift.alert.AlertFolder;
import dev.drift.alert.AlertMemory;
import dev.drift.aws.delivery.BucketMemory;
import dev.drift.aws.delivery.BucketPlace;
import dev.drift.cli.estate.RunMemory;
import dev.drift.estate.Cell;
import dev.drift.history.FileHistory;
import dev.drift.history.ReportHistory;
import java.nio.file.Path;
import java.util.Optional;

/** A place where runs remember what they saw and told. */
sealed interface MemoryPlace {

    /**
     * The place that is written.
     *
     * @throws dev.drift.config.InvalidConfigException if it is a bucket, and written wrongly
     */
    static MemoryPlace of(RunMemory written, Surroundings surroundings) {
        if (written.path().startsWith(BucketPlace.SCHEME)) {
            return new InBucket(
                    BucketMemory.at(BucketPlace.parse(written.path()), surroundings.environment(), surroundings::say)
                            .boundTo(written.residency()));
        }
        Path folder = surroundings.at(Path.of(written.path()));
        return new Folder(
                FileHistory.in(folder.resolve("history"), surroundings::say),
                new AlertFolder(folder.resolve("alerts")));
    }

    /** What was seen of the stacks of a cell. */
    ReportHistory history(Cell cell);

    /** What alert routes were told. */
    AlertMemory alerts();

    /** Why it is out of reach, in one line; empty if it is not. */
    Optional<String> trouble();

    /** A folder of this machine, or one that machines share. */
    record Folder(ReportHistory all, AlertMemory alerts) implements MemoryPlace {

        @Override
        public ReportHistory history(Cell cell) {
            return all;
        }

        @Override
        public Optional<String> trouble() {
            return Optional.empty();
        }
    }

    /** A place in a bucket. */
    record InBucket(BucketMemory memory) implements MemoryPlace {

        @Override
        public ReportHistory history(Cell cell) {
            return memory.history(cell);
        }

        @Override
        public AlertMemory alerts() {
            return memory.alerts();
        }

        @Override
        public Optional<String> trouble() {
            return memory.trouble();
        }
    }
}
