package dev.drift.terramate.cloud.preview;

import static java.util.Objects.requireNonNull;

import dev.drift.stack.Stack;
import dev.drift.stack.StackId;
import dev.drift.terramate.cloud.message.FieldReader;
import dev.drift.terramate.cloud.wire.CloudException;
import dev.drift.value.Value;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A preview that Terramate Cloud knows of. It need not know all the stacks it was told.
 *
 * @param id its identity
 * @param stackPreviews the previews of its stacks, by the stack's id in lower case
 */
public record Preview(String id, Map<String, String> stackPreviews) {

    public Preview {
        requireNonNull(id, "id is null");
        stackPreviews = Map.copyOf(stackPreviews);
    }

    /** The preview of a stack; empty if Terramate Cloud does not follow it. */
    public Optional<String> of(Stack stack) {
        return stack.id().map(StackId::folded).map(stackPreviews::get);
    }

    static Preview read(Value answer) throws CloudException {
        FieldReader fields = new FieldReader(answer);
        Map<String, String> previews = new HashMap<>();
        for (FieldReader stack : fields.list("stacks")) {
            previews.put(stack.required("meta_id").toLowerCase(Locale.ROOT), stack.required("stack_preview_id"));
        }
        return new Preview(fields.required("preview_id"), previews);
    }
}
