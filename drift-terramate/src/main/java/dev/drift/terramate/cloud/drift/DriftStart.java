package dev.drift.terramate.cloud.drift;

import static java.util.Objects.requireNonNull;

import dev.drift.terramate.cloud.message.CloudStack;
import dev.drift.terramate.cloud.message.FieldWriter;
import dev.drift.terramate.cloud.message.Metadata;
import dev.drift.value.Value;
import java.time.Instant;
import java.util.List;

/**
 * Says that a stack is being looked at.
 *
 * @param stack which stack
 * @param metadata by whom and for which commit
 * @param startedAt since when
 * @param command what is run, at least one word; everybody in the organisation can see it
 */
public record DriftStart(CloudStack stack, Metadata metadata, Instant startedAt, List<String> command) {

    public DriftStart {
        requireNonNull(stack, "stack is null");
        requireNonNull(metadata, "metadata is null");
        requireNonNull(startedAt, "startedAt is null");
        command = List.copyOf(command);
        if (command.isEmpty()) {
            throw new IllegalArgumentException("A drift run names its command");
        }
    }

    Value json() {
        return FieldWriter.object()
                .with("stack", stack.json())
                .with("metadata", metadata.json())
                .with("started_at", startedAt)
                .with("command", command)
                .value();
    }
}
