package dev.drift.diagnosis;

import static java.util.Objects.requireNonNull;

import dev.drift.value.Value;
import dev.drift.value.ValuePath;

/**
 * One field that differs.
 *
 * @param path where in the object
 * @param kind what the difference means
 * @param severity how bad it is
 * @param before the value of the last apply, or live for a planned change; {@link Value#redacted()} if it must not be shown
 * @param after the value live, or planned; {@link Value#redacted()} if it must not be shown
 * @param sensitive whether the values were marked as not to be shown
 */
public record FieldFinding(
        ValuePath path, FieldClass kind, Severity severity, Value before, Value after, boolean sensitive) {

    public FieldFinding {
        requireNonNull(path, "path is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(severity, "severity is null");
        before = sensitive ? redacted(before) : before;
        after = sensitive ? redacted(after) : after;
    }

    /** That a value is absent or not known yet is no secret. */
    private static Value redacted(Value value) {
        return value.isNull() || value.equals(Value.unknown()) ? value : Value.redacted();
    }
}
