package dev.drift.cli;

import dev.drift.audit.AuditArchive;
import dev.drift.audit.AuditFolder;
import dev.drift.audit.AuditTrail;
import dev.drift.aws.delivery.AuditBucket;
import dev.drift.aws.delivery.BucketPlace;
import dev.drift.cli.estate.PlaceText;
import dev.drift.estate.Residency;
import java.nio.file.Path;
import java.util.Optional;

/** Where an audit trail is kept, as it is named on the command line. */
sealed interface TrailPlace {

    /**
     * The place that the text names.
     *
     * @throws IllegalArgumentException if it names none
     * @throws dev.drift.config.InvalidConfigException if it names a bucket wrongly
     */
    static TrailPlace of(String text) {
        String place = PlaceText.checked(text);
        return place.startsWith(BucketPlace.SCHEME)
                ? new InBucket(BucketPlace.parse(place))
                : new Folder(Path.of(place));
    }

    /** Writes there, where that is promised to stay somewhere. */
    AuditTrail trail(Surroundings surroundings, Optional<Residency> residency);

    /** Reads there. */
    AuditArchive archive(Surroundings surroundings);

    /** A folder of this machine. */
    record Folder(Path path) implements TrailPlace {

        @Override
        public AuditTrail trail(Surroundings surroundings, Optional<Residency> residency) {
            return AuditFolder.at(surroundings.at(path)).boundTo(residency);
        }

        @Override
        public AuditArchive archive(Surroundings surroundings) {
            return AuditFolder.at(surroundings.at(path));
        }
    }

    /** A place in a bucket. */
    record InBucket(BucketPlace place) implements TrailPlace {

        @Override
        public AuditTrail trail(Surroundings surroundings, Optional<Residency> residency) {
            return AuditBucket.at(place, surroundings.environment()).boundTo(residency);
        }

        @Override
        public AuditArchive archive(Surroundings surroundings) {
            return AuditBucket.at(place, surroundings.environment());
        }
    }
}
