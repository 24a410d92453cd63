package dev.drift.terramate.cloud.drift;

import static java.util.Objects.requireNonNull;

import dev.drift.terramate.cloud.message.Changeset;
import dev.drift.terramate.cloud.message.FieldWriter;
import dev.drift.value.Value;
import java.time.Instant;
import java.util.Optional;

/**
 * Says what came of a drift run.
 *
 * @param status a final one
 * @param changeset what was seen, if that is to be shown
 * @param finishedAt when it was over
 */
public record DriftFinish(DriftStatus status, Optional<Changeset> changeset, Instant finishedAt) {

    public DriftFinish {
        requireNonNull(changeset, "changeset is null");
        requireNonNull(finishedAt, "finishedAt is null");
        if (!status.isFinal()) {
            throw new IllegalArgumentException("A drift run does not end as " + status.word());
        }
    }

    Value json() {
        FieldWriter fields = FieldWriter.object().with("status", status.word());
        changeset.ifPresent(seen -> fields.with("changeset", seen.json()));
        return fields.with("updated_at", finishedAt).value();
    }
}
