package dev.drift.observation;

import static java.util.Objects.requireNonNull;

import dev.drift.value.Marks;
import dev.drift.value.Value;

/**
 * An object at one moment.
 *
 * @param value its attributes in clear, {@link Value#unknown()} where they are known only later, {@link Value#ofNull()} if there is
 *     no object at that moment
 * @param sensitive the places that must not be shown
 */
public record Snapshot(Value value, Marks sensitive) {

    /** No object at that moment. */
    public static final Snapshot ABSENT = new Snapshot(Value.ofNull(), Marks.NONE);

    public Snapshot {
        requireNonNull(value, "value is null");
        requireNonNull(sensitive, "sensitive is null");
    }

    /** The attributes are in clear, so they are not printed. */
    @Override
    public String toString() {
        return value.isNull() ? "absent" : "present";
    }
}
