package dev.drift.diagnosis;

import dev.drift.observation.ChangeAction;
import dev.drift.observation.ResourceChange;
import dev.drift.value.Difference;
import dev.drift.value.Value;
import dev.drift.value.ValuePath;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the plan does to one live object: which places it touches. Places that are merely unknown after the plan count only
 * if the code declares them; elements of sets are found by content.
 */
final class PlannedObject {

    private final TypeFacts facts;
    private final ChangeAction action;
    private final Set<ValuePath> places = new HashSet<>();
    private final Set<ValuePath> above = new HashSet<>();
    private final Map<ValuePath, Set<Value>> removed = new HashMap<>();
    private final Map<ValuePath, Set<Value>> added = new HashMap<>();
    private final Set<ValuePath> openSets = new HashSet<>();

    PlannedObject(ResourceChange planned, TypeFacts facts, DeclaredFields declared) {
        this.facts = facts;
        this.action = planned.action();
        if (!isEnd()) {
            Value live = facts.inParts(planned.before().value());
            Value then = facts.inParts(planned.after().value());
            facts.comparison().between(then, live).stream()
                    .filter(difference -> !isMerelyUnknown(difference, declared))
                    .forEach(this::index);
        }
    }

    /** Whether the plan changes the object in place: only then it honours {@code ignore_changes} leaf by leaf. */
    boolean isUpdate() {
        return action == ChangeAction.UPDATE;
    }

    /** Whether the plan touches the live side of a moved place. An object that ends is touched wherever code could. */
    boolean touches(Difference moved) {
        if (isEnd()) {
            return action == ChangeAction.DELETE && !facts.has(Trait.COMPUTED, moved.path());
        }
        if (moved.element().isPresent() && touchesElement(moved.element().get())) {
            return true;
        }
        ValuePath place = moved.element().map(Difference.Element::set).orElse(moved.path());
        if (moved.element().isEmpty() && above.contains(place)) {
            return true;
        }
        for (int steps = place.steps().size(); steps >= 0; steps--) {
            if (places.contains(Places.start(place, steps))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a planned value is unknown and the code does not even declare it. */
    static boolean isMerelyUnknown(Difference planned, DeclaredFields declared) {
        return planned.before() instanceof Value.Unknown && declared.about(planned) == Declared.ABSENT;
    }

    private boolean isEnd() {
        return action == ChangeAction.DELETE || action == ChangeAction.FORGET;
    }

    private boolean touchesElement(Difference.Element moved) {
        boolean takesAway = !moved.after().isNull()
                && removed.getOrDefault(moved.set(), Set.of()).contains(Meaning.of(moved.after()));
        boolean bringsBack = !moved.before().isNull()
                && (openSets.contains(moved.set())
                        || added.getOrDefault(moved.set(), Set.of()).contains(Meaning.of(moved.before())));
        return takesAway || bringsBack;
    }

    private void index(Difference planned) {
        if (planned.element().isEmpty()) {
            places.add(planned.path());
            for (int steps = 0; steps < planned.path().steps().size(); steps++) {
                above.add(Places.start(planned.path(), steps));
            }
            return;
        }
        Difference.Element element = planned.element().get();
        if (!element.after().isNull()) {
            removed.computeIfAbsent(element.set(), set -> new HashSet<>()).add(Meaning.of(element.after()));
        }
        if (!element.before().isNull()) {
            added.computeIfAbsent(element.set(), set -> new HashSet<>()).add(Meaning.of(element.before()));
        }
        if (Meaning.isOpen(element.before())) {
            openSets.add(element.set());
        }
    }
}
