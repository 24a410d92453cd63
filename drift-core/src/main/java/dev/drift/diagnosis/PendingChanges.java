package dev.drift.diagnosis;

import dev.drift.observation.ChangeAction;
import dev.drift.observation.ResourceChange;
import dev.drift.value.Difference;
import dev.drift.value.Value;
import dev.drift.value.ValuePath;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a planned change asks for besides taking drift back (design 5.4). A planned value that was also the last applied one
 * is the way back; any other is new. Values merely unknown after the plan follow from the rest: they are new only if nothing
 * else explains the change.
 */
final class PendingChanges {

    private final TypeFacts facts;
    private final ResourceChange planned;
    private final DeclaredFields declared;
    private final Optional<Value> recorded;
    private final Value then;
    private final Map<ValuePath, Set<Value>> recordedSets = new HashMap<>();
    private final Map<String, Boolean> asRecorded = new HashMap<>();

    PendingChanges(ResourceChange planned, Evidence evidence) {
        this.facts = evidence.typeOf(planned.address());
        this.planned = planned;
        this.declared = evidence.declaredFor(planned.address());
        this.recorded = evidence.driftOf(planned.address())
                .map(moved -> facts.inParts(moved.before().value()));
        this.then = facts.inParts(planned.after().value());
    }

    /** The differences an apply would make for other reasons than drift; empty if drift explains the change. */
    Optional<List<Difference>> news() {
        return switch (planned.action()) {
            case NO_OP, READ -> Optional.empty();
            case DELETE, FORGET -> Optional.of(List.of());
            case CREATE -> recorded.isPresent() ? newsOfRecreation(recorded.get()) : Optional.of(creation());
            case UPDATE, REPLACE -> newsOfChange();
        };
    }

    private List<Difference> creation() {
        return facts.comparison().between(Value.ofNull(), then).stream()
                .filter(difference -> !isMerelyUnknown(difference))
                .toList();
    }

    /**
     * An object that is gone is created as it was, unless a plain value says otherwise; what the code leaves out or open may
     * have been anything, and blocks carry what only the provider fills in.
     */
    private Optional<List<Difference>> newsOfRecreation(Value was) {
        List<Difference> news = facts.comparison().between(was, then).stream()
                .filter(difference -> difference.element().isEmpty() && isPlain(difference.after()))
                .filter(difference -> !facts.isSame(difference.path(), difference.before(), difference.after()))
                .toList();
        return news.isEmpty() ? Optional.empty() : Optional.of(news);
    }

    private static boolean isPlain(Value value) {
        return value instanceof Value.Text
                || ((value instanceof Value.Decimal || value instanceof Value.Bool)
                        && !NoiseRule.NullAgainstDefault.isDefault(value));
    }

    private Optional<List<Difference>> newsOfChange() {
        Value live = facts.inParts(planned.before().value());
        List<Difference> all = facts.comparison().between(live, then);
        List<Difference> told =
                all.stream().filter(difference -> !isMerelyUnknown(difference)).toList();
        List<Difference> news =
                told.stream().filter(difference -> !isWayBack(difference)).toList();
        if (!news.isEmpty()) {
            return Optional.of(news);
        }
        boolean isExplained = !told.isEmpty() || (all.isEmpty() && planned.action() == ChangeAction.UPDATE);
        return isExplained ? Optional.empty() : Optional.of(all);
    }

    private boolean isMerelyUnknown(Difference difference) {
        return difference.after() instanceof Value.Unknown && declared.about(difference) == Declared.ABSENT;
    }

    private boolean isWayBack(Difference difference) {
        if (recorded.isEmpty()) {
            return false;
        }
        if (difference.after() instanceof Value.Unknown) {
            return !Meaning.isSame(Places.at(recorded.get(), difference.path()), difference.before());
        }
        if (isAttributeAsRecorded(difference.path())) {
            return true;
        }
        if (difference.element().isEmpty()) {
            return Meaning.isSame(Places.at(recorded.get(), difference.path()), difference.after());
        }
        Difference.Element element = difference.element().get();
        Set<Value> was = recordedSets.computeIfAbsent(element.set(), this::recordedSet);
        return (element.after().isNull() || was.contains(Meaning.of(element.after())))
                && (element.before().isNull() || !was.contains(Meaning.of(element.before())));
    }

    private Set<Value> recordedSet(ValuePath set) {
        Set<Value> meanings = new HashSet<>();
        Places.at(recorded.orElse(Value.ofNull()), set).items().forEach(item -> meanings.add(Meaning.of(item)));
        return meanings;
    }

    /** Positions in lists shift; the whole attribute does not. */
    private boolean isAttributeAsRecorded(ValuePath place) {
        return place.attribute()
                .filter(attribute -> asRecorded.computeIfAbsent(
                        attribute,
                        name -> Meaning.isSame(recorded.orElse(Value.ofNull()).field(name), then.field(name))))
                .isPresent();
    }
}
