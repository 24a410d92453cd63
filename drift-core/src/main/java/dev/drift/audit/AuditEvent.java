package dev.drift.audit;

import static java.util.Objects.requireNonNull;

import dev.drift.value.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Something that happened, or that did not.
 *
 * @param kind what
 * @param facts what there is to say of it, by name; never a value of a resource and never a secret
 */
public record AuditEvent(Kind kind, Map<String, Value> facts) {

    /** What happened. */
    public enum Kind {
        /** A run began: with which selector, over how many stacks. */
        RUN_STARTED,
        /** A run ended: with which verdict and counts. */
        RUN_FINISHED,
        /** A run ended without a report: why. */
        RUN_FAILED,
        /** A stack was looked at and is in sync. */
        IN_SYNC,
        /** A stack was looked at and drifted: which objects in which fields. */
        DRIFTED,
        /** A stack could not be looked at: how far it came, and why. */
        UNKNOWN,
        /** Drift of a stack does not count, because somebody waived it: until when, why, and which objects in which fields. */
        WAIVED,
        /** A stack was not looked at, on purpose: why. */
        SKIPPED,
        /** A stack was not looked at because the run was cancelled. */
        CANCELLED,
        /** Nothing was looked at because nothing was selected. */
        NOTHING_SELECTED,
        /** A run that was due did not take place, or too late. */
        MISSED_TICK,
        /** What describes the estate was changed into something that cannot be used; what it said before holds. */
        CONFIGURATION_REFUSED,
        /** Somebody was told. */
        DELIVERED,
        /** Somebody was to be told and was not: why. */
        UNDELIVERED,
        /** A stack was planned to be applied, and its plan does something: to which objects. */
        PLANNED,
        /** The plan of a stack was forbidden by policy: why, and which objects it would have destroyed. */
        REFUSED,
        /** A stack was applied. */
        PROVISIONED,
        /** A stack was planned, and there was nothing to apply. */
        UNCHANGED,
        /** A stack could not be planned, or not be applied as a whole: why, and how much was done by then. */
        FAILED,
        /** A stack was begun and given up before its plan was applied, because the run was stopped. */
        INTERRUPTED,
        /** A stack that was to be applied was not begun: why. */
        NOT_STARTED,
        /** A stack is not there any more, and nothing of it was destroyed. */
        DELETED,
        /** Whoever wrote before stopped in the middle: what was found of it. */
        RECOVERED;

        /** The word for it in a trail. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public AuditEvent {
        requireNonNull(kind, "kind is null");
        Map<String, Value> copy = new LinkedHashMap<>(facts);
        if (copy.containsKey("kind")) {
            throw new IllegalArgumentException("The kind of an event is not one of its facts");
        }
        facts = Collections.unmodifiableMap(copy);
    }

    /** Of a kind that says it all. */
    public static AuditEvent of(Kind kind) {
        return new AuditEvent(kind, Map.of());
    }

    /** With one more fact, behind those there are. */
    public AuditEvent with(String name, Value fact) {
        Map<String, Value> more = new LinkedHashMap<>(facts);
        more.put(requireNonNull(name, "name is null"), requireNonNull(fact, "fact is null"));
        return new AuditEvent(kind, more);
    }

    /** With one more fact, behind those there are. */
    public AuditEvent with(String name, String fact) {
        return with(name, Value.of(fact));
    }

    /** With one more fact, behind those there are. */
    public AuditEvent with(String name, long fact) {
        return with(name, Value.of(fact));
    }

    Value toValue() {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("kind", Value.of(kind.word()));
        fields.putAll(facts);
        return Value.of(fields);
    }
}
