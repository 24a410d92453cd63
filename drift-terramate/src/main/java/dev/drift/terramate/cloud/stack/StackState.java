package dev.drift.terramate.cloud.stack;

import static java.util.Objects.requireNonNull;

import dev.drift.terramate.cloud.drift.DriftStatus;
import dev.drift.terramate.cloud.message.FieldReader;
import java.time.Instant;
import java.util.Optional;

/**
 * How a stack stands in Terramate Cloud.
 *
 * @param number its number there
 * @param identity which stack it is
 * @param path where it lies in its repository, as far as it was told
 * @param standing how it stands
 * @param updatedAt since when, if it is told
 */
public record StackState(long number, Identity identity, String path, Standing standing, Optional<Instant> updatedAt) {

    /**
     * Which stack it is.
     *
     * @param repository the normalised name of its repository
     * @param metaId its id, in lower case
     * @param target its target, if it has several
     */
    public record Identity(String repository, String metaId, Optional<String> target) {
        public Identity {
            requireNonNull(repository, "repository is null");
            requireNonNull(metaId, "metaId is null");
            requireNonNull(target, "target is null");
        }
    }

    /**
     * How a stack stands.
     *
     * @param status in short; the vendor's word
     * @param drift by its last drift run
     * @param deployment by its last deployment; the vendor's word
     */
    public record Standing(String status, DriftStatus drift, String deployment) {
        public Standing {
            requireNonNull(status, "status is null");
            requireNonNull(drift, "drift is null");
            requireNonNull(deployment, "deployment is null");
        }

        /** Whether the stack or its last drift run counts as drifted, as the vendor's own command decides. */
        public boolean isDrifted() {
            return status.equals("drifted") || drift == DriftStatus.DRIFTED;
        }
    }

    public StackState {
        requireNonNull(identity, "identity is null");
        requireNonNull(path, "path is null");
        requireNonNull(standing, "standing is null");
        requireNonNull(updatedAt, "updatedAt is null");
    }

    static Optional<StackState> read(FieldReader fields) {
        Optional<String> metaId = fields.text("meta_id").filter(id -> !id.isBlank());
        return metaId.map(id -> new StackState(
                fields.number("stack_id").orElse(0),
                new Identity(
                        fields.text("repository").orElse(""),
                        id,
                        fields.text("target").filter(target -> !target.isEmpty())),
                fields.text("path").orElse(""),
                new Standing(
                        fields.text("status").orElse("unknown"),
                        DriftStatus.of(fields.text("drift_status").orElse("unknown")),
                        fields.text("deployment_status").orElse("unknown")),
                fields.moment("updated_at")));
    }
}
