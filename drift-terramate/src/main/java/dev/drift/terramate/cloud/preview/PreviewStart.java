package dev.drift.terramate.cloud.preview;

import static java.util.Objects.requireNonNull;

import dev.drift.terramate.cloud.message.FieldWriter;
import dev.drift.terramate.cloud.message.Metadata;
import dev.drift.terramate.cloud.message.ReviewRequest;
import dev.drift.value.Value;
import java.time.Instant;
import java.util.List;

/**
 * Says that a change is being previewed.
 *
 * @param commit the newest commit of the change
 * @param pushedAt when it came
 * @param technology what plans
 * @param reviewRequest where it is reviewed
 * @param metadata by whom
 * @param stacks what it reaches
 */
public record PreviewStart(
        String commit,
        Instant pushedAt,
        Technology technology,
        ReviewRequest reviewRequest,
        Metadata metadata,
        List<PreviewedStack> stacks) {

    public PreviewStart {
        requireNonNull(technology, "technology is null");
        requireNonNull(reviewRequest, "reviewRequest is null");
        requireNonNull(metadata, "metadata is null");
        stacks = List.copyOf(stacks);
        if (commit.isBlank() || pushedAt.getEpochSecond() <= 0) {
            throw new IllegalArgumentException("A preview has a commit and the moment it was pushed at");
        }
    }

    Value json() {
        return FieldWriter.object()
                .with("commit_sha", commit)
                .with("pushed_at", pushedAt.getEpochSecond())
                .with("technology", technology.name())
                .with("technology_layer", technology.layer())
                .with("review_request", reviewRequest.json())
                .with("metadata", metadata.json())
                .withAll("stacks", stacks.stream().map(PreviewedStack::json).toList())
                .value();
    }
}
