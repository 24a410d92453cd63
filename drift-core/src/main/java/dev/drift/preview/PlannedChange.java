package dev.drift.preview;

import static java.util.Objects.requireNonNull;

import dev.drift.diagnosis.FieldFinding;
import dev.drift.diagnosis.ResourceFinding;
import dev.drift.diagnosis.Severity;
import dev.drift.observation.ChangeAction;
import dev.drift.observation.ResourceAddress;
import dev.drift.value.Value;
import java.util.List;
import java.util.Optional;

/**
 * What an apply would do to one object. No value that must not be shown is in it.
 *
 * @param address which object
 * @param action what would happen to it
 * @param severity how bad that is; of an object that is only put back, how bad its drift is
 * @param mark where it comes from: the first mark of its fields
 * @param fields the fields that would change, by path; of an object that is deleted only those that somebody changed live
 */
public record PlannedChange(
        ResourceAddress address, ChangeAction action, Severity severity, ChangeMark mark, List<Field> fields) {

    public PlannedChange {
        requireNonNull(address, "address is null");
        requireNonNull(action, "action is null");
        requireNonNull(severity, "severity is null");
        requireNonNull(mark, "mark is null");
        fields = List.copyOf(fields);
    }

    /** Whether the object that is there now goes: it is deleted, or another one takes its place. */
    public boolean isDestructive() {
        return action == ChangeAction.DELETE || action == ChangeAction.REPLACE;
    }

    /** The same without marks, for those who show planned objects: {@code before} is live, {@code after} is planned. */
    public ResourceFinding finding() {
        return new ResourceFinding(
                address, action, severity, fields.stream().map(Field::finding).toList());
    }

    /**
     * One field that would change.
     *
     * @param finding where and how: {@code before} is live, {@code after} is planned
     * @param mark where it comes from
     * @param lastApplied what it was before somebody changed it live, where an apply overwrites that
     */
    public record Field(FieldFinding finding, ChangeMark mark, Optional<Value> lastApplied) {
        public Field {
            requireNonNull(mark, "mark is null");
            lastApplied = lastApplied.map(value -> finding.sensitive() && !value.isNull() ? Value.redacted() : value);
        }
    }
}
