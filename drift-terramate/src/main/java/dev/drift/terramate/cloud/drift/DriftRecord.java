package dev.drift.terramate.cloud.drift;

import static java.util.Objects.requireNonNull;

import dev.drift.terramate.cloud.message.FieldReader;
import java.time.Instant;
import java.util.Optional;

/**
 * A drift run as Terramate Cloud keeps it.
 *
 * @param id its number, which reads know it by
 * @param uuid its UUID, which writes know it by, if it is told
 * @param status how it stands
 * @param startedAt since when, if it is told
 * @param finishedAt until when, if it is told
 * @param details what was seen; only a run that was asked for by itself has them
 */
public record DriftRecord(
        long id,
        Optional<String> uuid,
        DriftStatus status,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt,
        Details details) {

    /**
     * What was seen, in the words of whoever sent it.
     *
     * @param provisioner who made the plan
     * @param ascii the plan for people
     * @param document the plan for programs, as text
     */
    public record Details(Optional<String> provisioner, Optional<String> ascii, Optional<String> document) {
        public Details {
            requireNonNull(provisioner, "provisioner is null");
            requireNonNull(ascii, "ascii is null");
            requireNonNull(document, "document is null");
        }

        @Override
        public String toString() {
            return ascii.isEmpty() && document.isEmpty() ? "no details" : "details";
        }
    }

    public DriftRecord {
        requireNonNull(uuid, "uuid is null");
        requireNonNull(status, "status is null");
        requireNonNull(startedAt, "startedAt is null");
        requireNonNull(finishedAt, "finishedAt is null");
        requireNonNull(details, "details is null");
    }

    static DriftRecord read(FieldReader fields) {
        FieldReader seen = fields.inner("drift_details");
        return new DriftRecord(
                fields.number("id").orElse(0),
                fields.text("uuid"),
                DriftStatus.of(fields.text("status").orElse("")),
                fields.moment("started_at"),
                fields.moment("finished_at"),
                new Details(said(seen, "provisioner"), said(seen, "changeset_ascii"), said(seen, "changeset_json")));
    }

    private static Optional<String> said(FieldReader fields, String name) {
        return fields.text(name).filter(text -> !text.isEmpty());
    }
}
