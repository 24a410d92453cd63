package dev.drift.preview;

import dev.drift.diagnosis.FieldFinding;
import dev.drift.diagnosis.ResourceFinding;
import dev.drift.observation.ResourceAddress;
import dev.drift.value.Value;
import dev.drift.value.ValuePath;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the code of one stack asked for before a change, as the report on the base of the change says. A value that is hidden, or
 * known only after an apply, cannot be compared; such a field goes with the others of its object, and where there are none it
 * counts as new, for a reviewer must not overlook it.
 */
final class PendingBefore {

    private final Map<ResourceAddress, ResourceFinding> known = new HashMap<>();

    PendingBefore(Collection<ResourceFinding> pending) {
        pending.forEach(finding -> known.put(finding.address(), finding));
    }

    /** Whether the same was to happen to the object as a whole. */
    boolean holds(ResourceFinding now) {
        return Optional.ofNullable(known.get(now.address()))
                .filter(before -> before.action() == now.action())
                .isPresent();
    }

    /** Whether the field of the object was to become the same. */
    boolean holds(ResourceFinding now, FieldFinding field) {
        if (!isAmong(before(now), field)) {
            return false;
        }
        if (!isOpen(field.after()) && !field.sensitive()) {
            return true;
        }
        List<FieldFinding> closed = now.fields().stream()
                .filter(other -> !isOpen(other.after()) && !other.sensitive())
                .toList();
        return holds(now) && !closed.isEmpty() && closed.stream().allMatch(other -> isAmong(before(now), other));
    }

    private List<FieldFinding> before(ResourceFinding now) {
        return Optional.ofNullable(known.get(now.address()))
                .map(ResourceFinding::fields)
                .orElse(List.of());
    }

    /** Elements of a set all have the same path, so they are told apart by both values. */
    private static boolean isAmong(List<FieldFinding> before, FieldFinding field) {
        return before.stream()
                .filter(other -> other.path().equals(field.path()))
                .filter(other -> other.after().equals(field.after()))
                .anyMatch(other -> !isElement(field.path()) || other.before().equals(field.before()));
    }

    static boolean isElement(ValuePath path) {
        return path.steps().stream().anyMatch(ValuePath.Element.class::isInstance);
    }

    private static boolean isOpen(Value value) {
        if (value instanceof Value.Fields fields) {
            return fields.values().values().stream().anyMatch(PendingBefore::isOpen);
        }
        return value instanceof Value.Unknown
                || value instanceof Value.Redacted
                || value.items().stream().anyMatch(PendingBefore::isOpen);
    }
}
