package dev.drift.diagnosis;

import dev.drift.observation.Observation;
import dev.drift.observation.ResourceAddress;
import dev.drift.observation.ResourceChange;
import dev.drift.observation.Sibling;
import dev.drift.value.Value;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The objects of one state that may own parts of each other, as they are live and as the last apply recorded them. */
final class Siblings {

    private final Map<ResourceAddress, Value> live = new LinkedHashMap<>();
    private final Map<ResourceAddress, Value> recorded = new LinkedHashMap<>();

    Siblings(Observation observation) {
        for (Sibling sibling : observation.siblings()) {
            live.put(sibling.address(), sibling.value());
        }
        for (ResourceChange moved : observation.drifted()) {
            recorded.put(moved.address(), moved.before().value());
            live.put(moved.address(), moved.after().value());
        }
    }

    /** The meanings of all parts that live objects account for. */
    Set<Value> liveClaims(Ownership ownership, Value owner) {
        return claims(live, ownership, owner);
    }

    /**
     * The meanings of all parts that drifted objects accounted for when they were last applied. What such a part was, and
     * that it is gone, is told by the entry of that object itself.
     */
    Set<Value> recordedClaims(Ownership ownership, Value owner) {
        return claims(recorded, ownership, owner);
    }

    private static Set<Value> claims(Map<ResourceAddress, Value> objects, Ownership ownership, Value owner) {
        Set<Value> claims = new HashSet<>();
        objects.forEach((address, value) -> {
            List<Value> parts = ownership.claims(address.type(), value, owner);
            parts.forEach(part -> claims.add(Meaning.of(part)));
        });
        return claims;
    }
}
