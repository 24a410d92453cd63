package dev.drift.terramate.cloud.drift;

import static java.util.Objects.requireNonNull;

import dev.drift.terramate.cloud.message.Endpoint;
import dev.drift.terramate.cloud.message.FieldReader;
import dev.drift.terramate.cloud.message.LogLine;
import dev.drift.terramate.cloud.wire.CloudException;
import dev.drift.terramate.cloud.wire.CloudRequest;
import java.util.List;

/**
 * Writes and reads drift runs. A run that is started must be finished, or it counts as running for ever.
 *
 * @param endpoint the organisation
 */
public record DriftCalls(Endpoint endpoint) {

    public DriftCalls {
        requireNonNull(endpoint, "endpoint is null");
    }

    /**
     * Starts a run.
     *
     * @return its UUID
     * @throws CloudException if it is not known to have been started
     */
    public String start(DriftStart start) throws CloudException {
        CloudRequest request = CloudRequest.post(start.json(), "v2", "drifts", endpoint.organization());
        return new FieldReader(endpoint.wire().ask(request)).required("uuid");
    }

    /** Adds lines to the log of a run. */
    public void log(String uuid, List<LogLine> lines) throws CloudException {
        endpoint.wire()
                .tell(CloudRequest.post(LogLine.json(lines), "v2", "drifts", endpoint.organization(), uuid, "logs"));
    }

    /** Finishes a run; finishing it once more in the same way changes nothing. */
    public void finish(String uuid, DriftFinish finish) throws CloudException {
        endpoint.wire().tell(CloudRequest.patch(finish.json(), "v2", "drifts", endpoint.organization(), uuid));
    }

    /** The newest runs of a stack, the newest first, without details. */
    public List<DriftRecord> latest(long stackId, int most) throws CloudException {
        CloudRequest request =
                CloudRequest.get("v1", "stacks", endpoint.organization(), Long.toString(stackId), "drifts");
        return endpoint.page(request, "drifts", 1, most).stream()
                .map(DriftRecord::read)
                .toList();
    }

    /** One run of a stack, with its details. */
    public DriftRecord details(long stackId, long driftId) throws CloudException {
        CloudRequest request = CloudRequest.get(
                "v1", "drifts", endpoint.organization(), Long.toString(stackId), Long.toString(driftId));
        return DriftRecord.read(new FieldReader(endpoint.wire().ask(request)));
    }
}
