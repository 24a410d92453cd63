package dev.drift.observation;

import dev.drift.value.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds out which object a testimony speaks of. A testimony has no address, so it is recognised by the type and the {@code id}
 * of the live object; where two objects, or two testimonies that differ, share both, none of them is believed.
 */
final class Hearing {

    private final Map<Identity, Value> declared = new HashMap<>();
    private final Map<Identity, String> addresses = new HashMap<>();
    private final Set<Identity> doubtful = new HashSet<>();

    private record Identity(String type, String id) {}

    Hearing(List<Testimony> testimonies) {
        for (Testimony testimony : testimonies) {
            enter(declared, testimony.type(), testimony.live(), testimony.declared());
        }
    }

    /** What was said of the objects that drifted or would be touched, by their addresses. */
    Map<String, Value> about(List<ResourceChange> drifted, List<ResourceChange> planned) {
        drifted.forEach(change -> enter(change, change.after().value()));
        planned.forEach(change -> enter(change, change.before().value()));
        Map<String, Value> evaluated = new HashMap<>();
        addresses.forEach((identity, address) -> {
            if (declared.containsKey(identity) && !doubtful.contains(identity)) {
                evaluated.put(address, declared.get(identity));
            }
        });
        return evaluated;
    }

    private void enter(ResourceChange change, Value live) {
        enter(addresses, change.address().type(), live, change.address().toString());
    }

    private <T> void enter(Map<Identity, T> known, String type, Value live, T said) {
        live.field("id").text().map(id -> new Identity(type, id)).ifPresent(identity -> {
            if (!known.computeIfAbsent(identity, none -> said).equals(said)) {
                doubtful.add(identity);
            }
        });
    }
}
