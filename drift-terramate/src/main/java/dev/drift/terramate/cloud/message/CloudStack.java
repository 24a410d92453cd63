package dev.drift.terramate.cloud.message;

import static java.util.Objects.requireNonNull;

import dev.drift.stack.Stack;
import dev.drift.stack.StackId;
import dev.drift.stack.Tag;
import dev.drift.value.Value;
import java.util.Optional;

/**
 * A stack as Terramate Cloud knows it. Only stacks with an id are known there.
 *
 * @param repository where it belongs
 * @param stack the stack
 * @param target which of its deployments, if it has several
 */
public record CloudStack(Repository repository, Stack stack, Optional<Target> target) {

    public CloudStack {
        requireNonNull(repository, "repository is null");
        requireNonNull(target, "target is null");
        if (stack.id().isEmpty()) {
            throw new IllegalArgumentException("Stack " + stack + " has no id, so Terramate Cloud cannot know it");
        }
    }

    /** Its id in the one spelling that Terramate Cloud takes. */
    public String metaId() {
        return stack.id().map(StackId::folded).orElseThrow();
    }

    /** The stack as it is written into requests. */
    public Value json() {
        return FieldWriter.object()
                .with("repository", repository.name())
                .with("target", target.map(Target::name))
                .with("from_target", target.flatMap(Target::from))
                .with("default_branch", repository.defaultBranch())
                .with("path", stack.path().value())
                .with("meta_id", metaId())
                .with("meta_name", stack.name())
                .with("meta_description", stack.description())
                .with("meta_tags", stack.tags().stream().map(Tag::text).toList())
                .value();
    }
}
