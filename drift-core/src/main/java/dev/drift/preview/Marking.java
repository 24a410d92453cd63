package dev.drift.preview;

import dev.drift.diagnosis.FieldClass;
import dev.drift.diagnosis.FieldFinding;
import dev.drift.diagnosis.Findings;
import dev.drift.diagnosis.Outlook;
import dev.drift.diagnosis.ResourceFinding;
import dev.drift.diagnosis.Severity;
import dev.drift.observation.ChangeAction;
import dev.drift.observation.ResourceAddress;
import dev.drift.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Joins what a plan would do with the drift that it was made against, object by object and field by field. What the judge calls
 * pending is what the code asks for; where that meets a field that drifted, it overwrites a live change. So does an object that
 * goes, with every live change that goes with it. What is planned and not pending is the way back from drift. Pure.
 */
final class Marking {

    private final Map<ResourceAddress, ResourceFinding> pending;
    private final Map<ResourceAddress, ResourceFinding> drift;
    private final Map<ResourceAddress, ResourceFinding> overwritten;
    private final Set<ResourceAddress> moved;
    private final PendingBefore before;

    private Marking(Outlook outlook, Findings findings, PendingBefore before) {
        this.pending = byAddress(findings.pending().resources());
        this.drift = byAddress(findings.drift());
        this.overwritten = byAddress(outlook.overwritten());
        this.moved = outlook.moved();
        this.before = before;
    }

    /** Everything the plan would do, by address. */
    static List<PlannedChange> of(Outlook outlook, Findings findings, PendingBefore before) {
        Marking marking = new Marking(outlook, findings, before);
        return outlook.planned().stream().map(marking::change).toList();
    }

    private PlannedChange change(ResourceFinding planned) {
        ResourceAddress address = planned.address();
        Optional<ResourceFinding> asked = Optional.ofNullable(pending.get(address));
        List<PlannedChange.Field> fields = fields(planned, asked);
        ChangeMark mark = fields.stream()
                .map(PlannedChange.Field::mark)
                .reduce(ChangeMark::or)
                .filter(first -> first != ChangeMark.PENDING_BEFORE
                        || asked.filter(before::holds).isPresent())
                .orElseGet(() -> whole(address, asked));
        Severity severity = asked.or(() -> Optional.ofNullable(drift.get(address)))
                .map(ResourceFinding::severity)
                .orElse(Severity.LOW)
                .or(floor(planned.action()));
        return new PlannedChange(address, planned.action(), severity, mark, fields);
    }

    /** The mark of an object that comes or goes as a whole. */
    private ChangeMark whole(ResourceAddress address, Optional<ResourceFinding> asked) {
        if (asked.isEmpty() && moved.contains(address)) {
            return ChangeMark.ALREADY_DRIFTED;
        }
        return asked.filter(before::holds).filter(now -> now.fields().isEmpty()).isPresent()
                ? ChangeMark.PENDING_BEFORE
                : ChangeMark.FROM_THIS_CHANGE;
    }

    private List<PlannedChange.Field> fields(ResourceFinding planned, Optional<ResourceFinding> asked) {
        List<FieldFinding> taken = fieldsOf(overwritten, planned.address());
        List<FieldFinding> live = Stream.concat(fieldsOf(drift, planned.address()).stream(), taken.stream())
                .distinct()
                .toList();
        List<FieldFinding> news = asked.map(ResourceFinding::fields).orElse(List.of());
        List<PlannedChange.Field> fields = new ArrayList<>();
        asked.ifPresent(now -> news.forEach(field -> fields.add(asked(now, field, live))));
        taken.stream()
                .filter(field -> field.kind() != FieldClass.GONE)
                .filter(field -> news.stream().noneMatch(other -> meet(other, field)))
                .forEach(field -> fields.add(taken(planned, field)));
        fields.sort(Comparator.comparing(field -> field.finding().path()));
        return fields;
    }

    /** What the code does not ask for: the way back where the object stays or its successor is as the last one was applied. */
    private static PlannedChange.Field taken(ResourceFinding planned, FieldFinding field) {
        boolean isDeleted = planned.action() == ChangeAction.DELETE;
        if (field.kind() == FieldClass.REVERTED && !isDeleted) {
            return new PlannedChange.Field(turned(field, field.before()), ChangeMark.ALREADY_DRIFTED, Optional.empty());
        }
        Value then = planned.fields().stream()
                .filter(same -> same.path().equals(field.path()) && !PendingBefore.isElement(field.path()))
                .map(FieldFinding::after)
                .findFirst()
                .orElse(Value.unknown());
        return new PlannedChange.Field(
                turned(field, isDeleted ? Value.ofNull() : then),
                ChangeMark.OVERWRITES_LIVE_CHANGE,
                Optional.of(field.before()));
    }

    private PlannedChange.Field asked(ResourceFinding now, FieldFinding field, List<FieldFinding> live) {
        List<FieldFinding> overwritten =
                live.stream().filter(moved -> meet(field, moved)).toList();
        if (overwritten.isEmpty()) {
            ChangeMark mark = before.holds(now, field) ? ChangeMark.PENDING_BEFORE : ChangeMark.FROM_THIS_CHANGE;
            return new PlannedChange.Field(field, mark, Optional.empty());
        }
        Optional<Value> lastApplied = overwritten.stream()
                .filter(moved -> moved.path().equals(field.path()))
                .map(FieldFinding::before)
                .findFirst();
        return new PlannedChange.Field(field, ChangeMark.OVERWRITES_LIVE_CHANGE, lastApplied);
    }

    /** Whether a planned field is one that drifted, holds it, or lies in it; elements of sets are found by what they are live. */
    private static boolean meet(FieldFinding planned, FieldFinding drifted) {
        if (PendingBefore.isElement(planned.path()) || PendingBefore.isElement(drifted.path())) {
            return planned.path().equals(drifted.path())
                    && !planned.before().isNull()
                    && planned.before().equals(drifted.after());
        }
        return planned.path().isAtOrBelow(drifted.path()) || drifted.path().isAtOrBelow(planned.path());
    }

    /** A live change as what an apply makes of it. */
    private static FieldFinding turned(FieldFinding drifted, Value then) {
        return new FieldFinding(
                drifted.path(), FieldClass.PLANNED, drifted.severity(), drifted.after(), then, drifted.sensitive());
    }

    private static List<FieldFinding> fieldsOf(
            Map<ResourceAddress, ResourceFinding> findings, ResourceAddress address) {
        return Optional.ofNullable(findings.get(address))
                .map(ResourceFinding::fields)
                .orElse(List.of());
    }

    private static Severity floor(ChangeAction action) {
        return switch (action) {
            case DELETE -> Severity.CRITICAL;
            case REPLACE -> Severity.HIGH;
            case NO_OP, CREATE, READ, UPDATE, FORGET -> Severity.LOW;
        };
    }

    private static Map<ResourceAddress, ResourceFinding> byAddress(List<ResourceFinding> findings) {
        return findings.stream()
                .collect(Collectors.toMap(ResourceFinding::address, Function.identity(), (one, other) -> one));
    }
}
