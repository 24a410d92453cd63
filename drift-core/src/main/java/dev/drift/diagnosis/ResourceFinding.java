package dev.drift.diagnosis;

import static java.util.Objects.requireNonNull;

import dev.drift.observation.ChangeAction;
import dev.drift.observation.ResourceAddress;
import java.util.List;
import java.util.Optional;

/**
 * What differs in one object.
 *
 * @param address which object
 * @param action what happened to it, or what an apply would do to it
 * @param severity the worst of its fields, or of the action itself
 * @param fields the fields, by path
 * @param waived by which waiver all of that is left alone, if by one
 */
public record ResourceFinding(
        ResourceAddress address,
        ChangeAction action,
        Severity severity,
        List<FieldFinding> fields,
        Optional<Waived> waived) {

    public ResourceFinding {
        requireNonNull(address, "address is null");
        requireNonNull(action, "action is null");
        requireNonNull(severity, "severity is null");
        fields = List.copyOf(fields);
        requireNonNull(waived, "waived is null");
    }

    /** Left alone by no waiver. */
    public ResourceFinding(ResourceAddress address, ChangeAction action, Severity severity, List<FieldFinding> fields) {
        this(address, action, severity, fields, Optional.empty());
    }

    /** Whether the object that was there goes: it is deleted, or another one takes its place. */
    public boolean isDestructive() {
        return action == ChangeAction.DELETE || action == ChangeAction.REPLACE;
    }
}
