package dev.drift.diagnosis;

import static java.util.Objects.requireNonNull;

import dev.drift.observation.ChangeAction;
import dev.drift.observation.ResourceAddress;
import java.util.List;

/**
 * What differs in one object.
 *
 * @param address which object
 * @param action what happened to it, or what an apply would do to it
 * @param severity the worst of its fields, or of the action itself
 * @param fields the fields, by path
 */
public record ResourceFinding(
        ResourceAddress address, ChangeAction action, Severity severity, List<FieldFinding> fields) {
    public ResourceFinding {
        requireNonNull(address, "address is null");
        requireNonNull(action, "action is null");
        requireNonNull(severity, "severity is null");
        fields = List.copyOf(fields);
    }

    /** Whether the object that was there goes: it is deleted, or another one takes its place. */
    public boolean isDestructive() {
        return action == ChangeAction.DELETE || action == ChangeAction.REPLACE;
    }
}
