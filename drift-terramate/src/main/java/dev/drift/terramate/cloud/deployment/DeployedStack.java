package dev.drift.terramate.cloud.deployment;

import static java.util.Objects.requireNonNull;

import dev.drift.terramate.cloud.message.CloudStack;
import dev.drift.terramate.cloud.message.FieldWriter;
import dev.drift.value.Value;
import java.util.List;
import java.util.Optional;

/**
 * A stack that is going to be deployed.
 *
 * @param stack which stack
 * @param commit the commit that is deployed
 * @param command what is run, at least one word; everybody in the organisation can see it
 * @param url the page of the job that deploys, if there is one
 */
public record DeployedStack(CloudStack stack, String commit, List<String> command, Optional<String> url) {

    public DeployedStack {
        requireNonNull(stack, "stack is null");
        requireNonNull(url, "url is null");
        command = List.copyOf(command);
        if (commit.isBlank() || command.isEmpty()) {
            throw new IllegalArgumentException("A deployment names its commit and its command");
        }
    }

    Value json() {
        return FieldWriter.object()
                .withAll(stack.json())
                .with("commit_sha", commit)
                .with("deployment_url", url)
                .with("deployment_cmd", String.join(" ", command))
                .value();
    }
}
