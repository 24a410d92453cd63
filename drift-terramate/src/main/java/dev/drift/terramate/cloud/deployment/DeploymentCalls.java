package dev.drift.terramate.cloud.deployment;

import static java.util.Objects.requireNonNull;

import dev.drift.terramate.cloud.message.Changeset;
import dev.drift.terramate.cloud.message.Endpoint;
import dev.drift.terramate.cloud.message.FieldWriter;
import dev.drift.terramate.cloud.message.LogLine;
import dev.drift.terramate.cloud.wire.CloudException;
import dev.drift.terramate.cloud.wire.CloudRequest;
import dev.drift.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes deployments.
 *
 * @param endpoint the organisation
 */
public record DeploymentCalls(Endpoint endpoint) {

    public DeploymentCalls {
        requireNonNull(endpoint, "endpoint is null");
    }

    /** Makes a deployment of all the stacks, under a new identity. */
    public Deployment create(DeploymentStart start) throws CloudException {
        UUID uuid = UUID.randomUUID();
        CloudRequest request = CloudRequest.post(start.json(), path(uuid));
        return Deployment.read(uuid, endpoint.wire().ask(request));
    }

    /** Says how the deployment of one stack stands. */
    public void update(UUID deployment, long stack, DeploymentStatus status, Optional<Changeset> changeset)
            throws CloudException {
        FieldWriter fields = FieldWriter.object().with("stack_id", stack).with("status", status.word());
        changeset.ifPresent(seen -> fields.with("changeset_details", seen.json()));
        Value body =
                FieldWriter.object().withAll("stacks", List.of(fields.value())).value();
        endpoint.wire().tell(CloudRequest.patch(body, path(deployment)));
    }

    /** Adds lines to the log of one stack. */
    public void log(UUID deployment, long stack, List<LogLine> lines) throws CloudException {
        endpoint.wire()
                .tell(CloudRequest.post(
                        LogLine.json(lines),
                        "v1",
                        "stacks",
                        endpoint.organization(),
                        Long.toString(stack),
                        "deployments",
                        deployment.toString(),
                        "logs"));
    }

    private String[] path(UUID deployment) {
        return new String[] {"v1", "deployments", endpoint.organization(), deployment.toString(), "stacks"};
    }
}
