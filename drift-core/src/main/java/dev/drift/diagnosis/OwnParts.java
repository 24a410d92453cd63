package dev.drift.diagnosis;

import dev.drift.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes out of a moved object the parts whose move a sibling accounts for. A part that came is owned if a live sibling claims
 * an equal one. A part that went is owned if a sibling that drifted itself claimed it at the last apply: the sibling's own
 * entry tells of it, so nothing is lost and nothing is told twice. A part nobody claims stays, beside however many managed
 * ones.
 */
final class OwnParts {

    private final Siblings siblings;

    private Value before;
    private Value after;
    private int owned;

    OwnParts(TypeFacts facts, Siblings siblings, Value before, Value after) {
        this.siblings = siblings;
        this.before = facts.inParts(before);
        this.after = facts.inParts(after);
        facts.ownerships().forEach(this::disown);
    }

    /** The object of the last apply, without what siblings own of the difference. */
    Value before() {
        return before;
    }

    /** The live object, without what siblings own of the difference. */
    Value after() {
        return after;
    }

    /** How many differing parts siblings own. */
    int owned() {
        return owned;
    }

    private void disown(String attribute, Ownership ownership) {
        Value was = before.field(attribute);
        Value is = after.field(attribute);
        if (Meaning.isSame(was, is)) {
            return;
        }
        Set<Value> live = siblings.liveClaims(ownership, after);
        Set<Value> recorded = siblings.recordedClaims(ownership, before);
        if (ownership.isWhole()) {
            disownWhole(attribute, ownership, live, recorded);
            return;
        }
        Set<Value> gone = new HashSet<>(recorded);
        gone.addAll(live);
        before = Places.with(before, attribute, without(was, is, gone));
        after = Places.with(after, attribute, without(is, was, live));
    }

    private void disownWhole(String attribute, Ownership ownership, Set<Value> live, Set<Value> recorded) {
        List<Value> is = ownership.parts(after.field(attribute));
        List<Value> was = ownership.parts(before.field(attribute));
        boolean isOwned = is.isEmpty()
                ? was.stream().map(Meaning::of).anyMatch(recorded::contains)
                : is.stream().map(Meaning::of).allMatch(live::contains);
        if (isOwned) {
            before = Places.with(before, attribute, after.field(attribute));
            owned++;
        }
    }

    /** The parts, without those that the other side has not and somebody claims. */
    private Value without(Value parts, Value others, Set<Value> claimed) {
        Map<Value, Integer> elsewhere = new HashMap<>();
        others.items().forEach(other -> elsewhere.merge(Meaning.of(other), 1, Integer::sum));
        List<Value> left = new ArrayList<>();
        for (Value part : parts.items()) {
            Value meaning = Meaning.of(part);
            boolean differs = elsewhere.merge(meaning, -1, Integer::sum) < 0;
            if (differs && claimed.contains(meaning)) {
                owned++;
            } else {
                left.add(part);
            }
        }
        return Value.of(left);
    }
}
