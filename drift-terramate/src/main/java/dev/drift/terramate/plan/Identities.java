package dev.drift.terramate.plan;

import dev.drift.observation.ResourceAddress;
import dev.drift.observation.ResourceChange;
import dev.drift.value.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The texts by which other objects refer to the drifted ones, each with the objects it stands for. */
record Identities(Map<String, Set<ResourceAddress>> owners) {

    private static final List<String> NAMING = List.of("id", "arn", "name", "bucket", "url", "key_id");

    static Identities of(List<ResourceChange> drifted) {
        Map<String, Set<ResourceAddress>> owners = new HashMap<>();
        drifted.forEach(change -> {
            collect(change.before().value(), change.address(), owners);
            collect(change.after().value(), change.address(), owners);
        });
        return new Identities(owners);
    }

    boolean isEmpty() {
        return owners.isEmpty();
    }

    /** Whether a text anywhere in the value stands for a drifted object other than the one that holds the value. */
    boolean mentionedIn(Value value, ResourceAddress holder) {
        if (value instanceof Value.Text text) {
            Set<ResourceAddress> named = owners.getOrDefault(text.value(), Set.of());
            return named.size() > 1 || (named.size() == 1 && !named.contains(holder));
        }
        if (value instanceof Value.Fields fields) {
            return fields.values().values().stream().anyMatch(inner -> mentionedIn(inner, holder));
        }
        return value.items().stream().anyMatch(inner -> mentionedIn(inner, holder));
    }

    private static void collect(Value object, ResourceAddress address, Map<String, Set<ResourceAddress>> owners) {
        for (String attribute : NAMING) {
            object.field(attribute)
                    .text()
                    .filter(text -> !text.isEmpty())
                    .ifPresent(text -> owners.computeIfAbsent(text, none -> new HashSet<>())
                            .add(address));
        }
    }
}
