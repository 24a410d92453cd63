package dev.drift.terramate.cloud.stack;

import static java.util.Objects.requireNonNull;

import dev.drift.stack.StackId;
import dev.drift.terramate.cloud.message.Endpoint;
import dev.drift.terramate.cloud.message.FieldReader;
import dev.drift.terramate.cloud.wire.CloudException;
import dev.drift.terramate.cloud.wire.CloudRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads stacks.
 *
 * @param endpoint the organisation
 */
public record StackCalls(Endpoint endpoint) {

    public StackCalls {
        requireNonNull(endpoint, "endpoint is null");
    }

    /** All stacks that are asked for, in the order of Terramate Cloud. */
    public List<StackState> find(StackQuery query) throws CloudException {
        CloudRequest request = CloudRequest.get("v1", "stacks", endpoint.organization());
        for (Map.Entry<String, String> term : query.terms().entrySet()) {
            request = request.with(term.getKey(), term.getValue());
        }
        List<StackState> found = new ArrayList<>();
        for (FieldReader item : endpoint.all(request, "stacks")) {
            StackState.read(item).ifPresent(found::add);
        }
        return List.copyOf(found);
    }

    /** The stack that is asked for by its id, which may be spelled in any case; empty if it was never told of. */
    public Optional<StackState> find(StackQuery query, StackId id) throws CloudException {
        return find(query.withId(id)).stream()
                .filter(state ->
                        state.identity().metaId().toLowerCase(Locale.ROOT).equals(id.folded()))
                .findFirst();
    }
}
