package dev.drift.cli.estate;

import static java.util.Objects.requireNonNull;

import dev.drift.config.SecretReference;
import dev.drift.github.workflow.WorkflowSettings;
import java.util.Optional;

/**
 * What runs the schedules of the file, besides a single process.
 *
 * @param database where copies of {@code drift serve} agree on ticks, if they do
 * @param workflows what the workflows of GitHub need besides, if they are to be generated
 */
public record ScheduleRunners(Optional<SecretReference> database, Optional<WorkflowSettings> workflows) {

    /** Nothing. */
    public static final ScheduleRunners NONE = new ScheduleRunners(Optional.empty(), Optional.empty());

    public ScheduleRunners {
        requireNonNull(database, "database is null");
        requireNonNull(workflows, "workflows is null");
    }
}
