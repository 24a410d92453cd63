package dev.drift.preview;

import dev.drift.diagnosis.FieldClass;
import dev.drift.diagnosis.FieldFinding;
import dev.drift.diagnosis.Findings;
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

/**
 * Joins what a plan would do with the drift that it was made against, object by object and field by field. What the judge calls
 * pending is what the code asks for; where that meets a field that drifted, it overwrites a live change. What is planned and not
 * pending is the way back from drift. Pure.
 */
final class Marking {

    private final Map<ResourceAddress, ResourceFinding> pending;
    private final Map<ResourceAddress, ResourceFinding> drift;
    private final Set<ResourceAddress> moved;
    private final PendingBefore before;

    private Marking(PlanOutline outline, Findings findings, PendingBefore before) {
        this.pending = byAddress(findings.pending().resources());
        this.drift = byAddress(findings.drift());
        this.moved = outline.moved();
        this.before = before;
    }

    /** Everything the plan would do, by address. */
    static List<PlannedChange> of(PlanOutline outline, Findings findings, PendingBefore before) {
        Marking marking = new Marking(outline, findings, before);
        return outline.planned().entrySet().stream()
                .map(planned -> marking.change(planned.getKey(), planned.getValue()))
                .toList();
    }

    private PlannedChange change(ResourceAddress address, ChangeAction action) {
        Optional<ResourceFinding> asked = Optional.ofNullable(pending.get(address));
        Optional<ResourceFinding> drifted = Optional.ofNullable(drift.get(address));
        List<PlannedChange.Field> fields = ends(action) ? List.of() : fields(asked, drifted);
        ChangeMark mark = fields.stream()
                .map(PlannedChange.Field::mark)
                .reduce(ChangeMark::or)
                .filter(first -> first != ChangeMark.PENDING_BEFORE
                        || asked.filter(before::holds).isPresent())
                .orElseGet(() -> whole(address, action, asked, drifted));
        Severity severity = asked.or(() -> drifted)
                .map(ResourceFinding::severity)
                .orElse(Severity.LOW)
                .or(floor(action));
        return new PlannedChange(address, action, severity, mark, fields);
    }

    /** The mark of an object that comes or goes as a whole. */
    private ChangeMark whole(
            ResourceAddress address,
            ChangeAction action,
            Optional<ResourceFinding> asked,
            Optional<ResourceFinding> drifted) {
        if (asked.isEmpty() && moved.contains(address)) {
            return ChangeMark.ALREADY_DRIFTED;
        }
        if (action == ChangeAction.DELETE && drifted.isPresent()) {
            return ChangeMark.OVERWRITES_LIVE_CHANGE;
        }
        return asked.filter(before::holds).filter(now -> now.fields().isEmpty()).isPresent()
                ? ChangeMark.PENDING_BEFORE
                : ChangeMark.FROM_THIS_CHANGE;
    }

    private List<PlannedChange.Field> fields(Optional<ResourceFinding> asked, Optional<ResourceFinding> drifted) {
        List<FieldFinding> live = drifted.map(ResourceFinding::fields).orElse(List.of());
        List<PlannedChange.Field> fields = new ArrayList<>();
        asked.ifPresent(now -> now.fields().forEach(field -> fields.add(asked(now, field, live))));
        List<FieldFinding> news = asked.map(ResourceFinding::fields).orElse(List.of());
        live.stream()
                .filter(field -> field.kind() == FieldClass.REVERTED)
                .filter(field -> news.stream().noneMatch(other -> meet(other, field)))
                .forEach(field -> fields.add(
                        new PlannedChange.Field(wayBack(field), ChangeMark.ALREADY_DRIFTED, Optional.empty())));
        fields.sort(Comparator.comparing(field -> field.finding().path()));
        return fields;
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

    private static FieldFinding wayBack(FieldFinding drifted) {
        return new FieldFinding(
                drifted.path(),
                drifted.kind(),
                drifted.severity(),
                /* before= */ drifted.after(),
                /* after= */ drifted.before(),
                drifted.sensitive());
    }

    private static boolean ends(ChangeAction action) {
        return action == ChangeAction.DELETE || action == ChangeAction.FORGET;
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
