package dev.drift.terramate.cloud.deployment;

import static java.util.Objects.requireNonNull;

import dev.drift.stack.Stack;
import dev.drift.stack.StackId;
import dev.drift.terramate.cloud.message.FieldReader;
import dev.drift.value.Value;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * A deployment that Terramate Cloud knows of. It need not know all the stacks it was told.
 *
 * @param uuid its identity, chosen by whoever deploys
 * @param stacks the numbers of its stacks there, by the stack's id in lower case
 */
public record Deployment(UUID uuid, Map<String, Long> stacks) {

    public Deployment {
        requireNonNull(uuid, "uuid is null");
        stacks = Map.copyOf(stacks);
    }

    /** The number of a stack; empty if Terramate Cloud does not follow its deployment. */
    public OptionalLong of(Stack stack) {
        return stack.id().map(StackId::folded).flatMap(id -> Optional.ofNullable(stacks.get(id))).stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    static Deployment read(UUID uuid, Value answer) {
        Map<String, Long> stacks = new HashMap<>();
        for (FieldReader stack : FieldReader.listed(answer)) {
            OptionalLong number = stack.number("stack_id");
            stack.text("meta_id")
                    .filter(id -> number.isPresent())
                    .ifPresent(id -> stacks.put(id.toLowerCase(Locale.ROOT), number.getAsLong()));
        }
        return new Deployment(uuid, stacks);
    }
}
