package dev.drift.terramate.cloud.preview;

import static java.util.Objects.requireNonNull;

import dev.drift.terramate.cloud.message.Changeset;
import dev.drift.terramate.cloud.message.Endpoint;
import dev.drift.terramate.cloud.message.FieldWriter;
import dev.drift.terramate.cloud.message.LogLine;
import dev.drift.terramate.cloud.wire.CloudException;
import dev.drift.terramate.cloud.wire.CloudRequest;
import java.util.List;
import java.util.Optional;

/**
 * Writes previews.
 *
 * @param endpoint the organisation
 */
public record PreviewCalls(Endpoint endpoint) {

    public PreviewCalls {
        requireNonNull(endpoint, "endpoint is null");
    }

    /** Makes a preview for all stacks of a change. */
    public Preview create(PreviewStart start) throws CloudException {
        return Preview.read(
                endpoint.wire().ask(CloudRequest.post(start.json(), "v1", "previews", endpoint.organization())));
    }

    /** Says how the preview of one stack stands. */
    public void update(String stackPreview, PreviewStatus status, Optional<Changeset> changeset) throws CloudException {
        FieldWriter fields = FieldWriter.object().with("status", status.word());
        changeset.ifPresent(
                seen -> fields.with("changeset_details", seen.withoutSerial().json()));
        endpoint.wire()
                .tell(CloudRequest.patch(
                        fields.value(), "v1", "stack_previews", endpoint.organization(), stackPreview));
    }

    /** Adds lines to the log of one stack. */
    public void log(String stackPreview, List<LogLine> lines) throws CloudException {
        endpoint.wire()
                .tell(CloudRequest.post(
                        LogLine.json(lines), "v1", "stack_previews", endpoint.organization(), stackPreview, "logs"));
    }
}
