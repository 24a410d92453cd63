package dev.drift.terramate.cloud.session;

import dev.drift.stack.Stack;
import dev.drift.terramate.cloud.deployment.Deployment;
import dev.drift.terramate.cloud.deployment.DeploymentStatus;
import dev.drift.terramate.cloud.message.Changeset;
import dev.drift.terramate.cloud.message.LogLine;
import dev.drift.terramate.cloud.wire.CloudException;
import dev.drift.terramate.cloud.wire.CloudFault;
import java.util.List;
import java.util.Optional;

/**
 * The deployment of one stack.
 *
 * @param line to Terramate Cloud
 * @param deployment the deployment it belongs to, asked for when the connection is made
 * @param stack which stack
 */
record DeploymentTrack(Line line, Asking<Deployment> deployment, Stack stack) implements Track<DeploymentStatus> {

    @Override
    public JournalEntry begin() throws CloudException {
        line.cloud()
                .deployments()
                .update(deployment.ask().uuid(), number(), DeploymentStatus.RUNNING, Optional.empty());
        return JournalEntry.begun(
                JournalEntry.Kind.DEPLOYMENT, deployment.ask().uuid().toString(), Long.toString(number()));
    }

    @Override
    public void skip() throws CloudException {
        line.cloud()
                .deployments()
                .update(deployment.ask().uuid(), number(), DeploymentStatus.CANCELED, Optional.empty());
    }

    @Override
    public void log(List<LogLine> lines) throws CloudException {
        line.cloud().deployments().log(deployment.ask().uuid(), number(), lines);
    }

    @Override
    public void end(DeploymentStatus status, Optional<Changeset> changeset) throws CloudException {
        line.cloud().deployments().update(deployment.ask().uuid(), number(), status, changeset);
    }

    @Override
    public String word(DeploymentStatus status) {
        return status.word();
    }

    @Override
    public DeploymentStatus broken() {
        return DeploymentStatus.FAILED;
    }

    @Override
    public String name() {
        return "deployment of " + stack;
    }

    private long number() throws CloudException {
        return deployment
                .ask()
                .of(stack)
                .orElseThrow(
                        () -> new CloudException(CloudFault.GARBLED, "Terramate Cloud does not follow the " + name()));
    }
}
