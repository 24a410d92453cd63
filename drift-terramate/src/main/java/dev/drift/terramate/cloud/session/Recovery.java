package dev.drift.terramate.cloud.session;

import dev.drift.terramate.cloud.TerramateCloud;
import dev.drift.terramate.cloud.deployment.DeploymentStatus;
import dev.drift.terramate.cloud.drift.DriftFinish;
import dev.drift.terramate.cloud.drift.DriftStatus;
import dev.drift.terramate.cloud.preview.PreviewStatus;
import dev.drift.terramate.cloud.wire.CloudException;
import dev.drift.terramate.cloud.wire.CloudFault;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Ends what runs that were killed left running, as it ended if they came to know, else as failed.
 *
 * @param cloud where
 */
record Recovery(TerramateCloud cloud) {

    /** There is nothing left to end. */
    private static final Set<CloudFault> SETTLED =
            Set.of(CloudFault.NOT_FOUND, CloudFault.CONFLICT, CloudFault.REJECTED);

    /** Ends what the journals of others left open, if there is a way to where they are. */
    static void over(Line line) {
        try {
            new Recovery(line.cloud()).from(line.journal());
        } catch (CloudException noWay) {
            // Every session of this run says so; a later run will find the journals again.
        }
    }

    /** Ends what the journals of others left open. */
    void from(SessionJournal journal) {
        journal.abandoned(cloud).forEach(file -> {
            try (file) {
                boolean isDone = true;
                for (JournalEntry entry : file.entries()) {
                    boolean stays = isOpenAfter(entry);
                    isDone = isDone && !stays;
                    if (!stays) {
                        file.forget(entry);
                    }
                }
                if (isDone || file.isOld()) {
                    file.delete();
                }
            }
        });
    }

    private boolean isOpenAfter(JournalEntry entry) {
        try {
            end(entry);
            return false;
        } catch (CloudException refused) {
            return !SETTLED.contains(refused.fault());
        } catch (IllegalArgumentException noSuchWord) {
            return false;
        }
    }

    private void end(JournalEntry entry) throws CloudException {
        String word = entry.ending().orElse("failed").toUpperCase(Locale.ROOT);
        List<String> keys = entry.keys();
        switch (entry.kind()) {
            case DRIFT ->
                cloud.drifts()
                        .finish(
                                keys.get(0),
                                new DriftFinish(DriftStatus.valueOf(word), Optional.empty(), Instant.now()));
            case PREVIEW -> cloud.previews().update(keys.get(0), PreviewStatus.valueOf(word), Optional.empty());
            case DEPLOYMENT ->
                cloud.deployments()
                        .update(
                                UUID.fromString(keys.get(0)),
                                Long.parseLong(keys.get(1)),
                                DeploymentStatus.valueOf(word),
                                Optional.empty());
        }
    }
}
