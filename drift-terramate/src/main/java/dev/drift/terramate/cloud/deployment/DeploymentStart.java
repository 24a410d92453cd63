package dev.drift.terramate.cloud.deployment;

import static java.util.Objects.requireNonNull;

import dev.drift.stack.StackPath;
import dev.drift.terramate.cloud.message.FieldWriter;
import dev.drift.terramate.cloud.message.Metadata;
import dev.drift.terramate.cloud.message.ReviewRequest;
import dev.drift.value.Value;
import java.util.List;
import java.util.Optional;

/**
 * Says that stacks are going to be deployed.
 *
 * @param reviewRequest where the change was reviewed, if it was
 * @param stacks all of them, at least one
 * @param workdir the directory that was deployed from, from the root of the repository
 * @param metadata by whom and for which commit
 */
public record DeploymentStart(
        Optional<ReviewRequest> reviewRequest, List<DeployedStack> stacks, StackPath workdir, Metadata metadata) {

    public DeploymentStart {
        requireNonNull(reviewRequest, "reviewRequest is null");
        requireNonNull(workdir, "workdir is null");
        requireNonNull(metadata, "metadata is null");
        stacks = List.copyOf(stacks);
        if (stacks.isEmpty()) {
            throw new IllegalArgumentException("A deployment has stacks");
        }
    }

    Value json() {
        FieldWriter fields = FieldWriter.object();
        reviewRequest.ifPresent(review -> fields.with("review_request", review.json()));
        return fields.withAll("stacks", stacks.stream().map(DeployedStack::json).toList())
                .with("workdir", workdir.value())
                .with("metadata", metadata.json())
                .value();
    }
}
