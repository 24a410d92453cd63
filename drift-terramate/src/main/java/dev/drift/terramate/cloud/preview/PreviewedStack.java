package dev.drift.terramate.cloud.preview;

import static java.util.Objects.requireNonNull;

import dev.drift.terramate.cloud.message.CloudStack;
import dev.drift.terramate.cloud.message.FieldWriter;
import dev.drift.value.Value;
import java.util.List;

/**
 * A stack that a change reaches.
 *
 * @param stack which stack
 * @param status how its preview begins
 * @param command what is or would be run, at least one word
 */
public record PreviewedStack(CloudStack stack, PreviewStatus status, List<String> command) {

    public PreviewedStack {
        requireNonNull(stack, "stack is null");
        command = List.copyOf(command);
        if (!status.isFirst()) {
            throw new IllegalArgumentException("A preview does not begin as " + status.word());
        }
        if (command.isEmpty()) {
            throw new IllegalArgumentException("A preview names its command");
        }
    }

    Value json() {
        return FieldWriter.object()
                .withAll(stack.json())
                .with("preview_status", status.word())
                .with("cmd", command)
                .value();
    }
}
