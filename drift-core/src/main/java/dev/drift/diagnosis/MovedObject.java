package dev.drift.diagnosis;

import dev.drift.observation.ResourceAddress;
import dev.drift.observation.ResourceChange;
import dev.drift.value.Difference;
import dev.drift.value.Value;
import dev.drift.value.ValuePath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An object whose last apply is not what is live, with the differences that say something and a count of the others. */
final class MovedObject {

    private final ResourceAddress address;
    private final TypeFacts facts;
    private final DeclaredFields declared;
    private final boolean codeSeen;
    private final Map<ValuePath.Step, Value> movedTags = new HashMap<>();
    private final Map<String, Integer> noise = new TreeMap<>();
    private final List<Difference> differences;

    MovedObject(ResourceChange change, Evidence evidence) {
        this.address = change.address();
        this.facts = evidence.typeOf(address);
        this.declared = evidence.declaredFor(address);
        this.codeSeen = evidence.isCodeSeen();
        OwnParts own = new OwnParts(
                facts,
                evidence.siblings(),
                change.before().value(),
                change.after().value());
        if (own.owned() > 0) {
            noise.put(NoiseRule.OWNED_BY_SIBLING, own.owned());
        }
        List<Difference> all = facts.comparison().between(own.before(), own.after());
        all.forEach(this::rememberTag);
        this.differences = all.stream().filter(this::saysSomething).toList();
    }

    ResourceAddress address() {
        return address;
    }

    TypeFacts facts() {
        return facts;
    }

    /** The differences no noise rule silences. */
    List<Difference> differences() {
        return differences;
    }

    /** How many differences each noise rule silenced. */
    Map<String, Integer> noise() {
        return noise;
    }

    boolean isCodeSeen() {
        return codeSeen;
    }

    Declared declared(Difference difference) {
        return declared.about(difference);
    }

    /** Whether the tag of this name became this value in {@code tags} itself. */
    boolean hasMovedTag(ValuePath.Step name, Value after) {
        return after.equals(movedTags.get(name));
    }

    private void rememberTag(Difference difference) {
        if (difference.path().steps().size() == 2
                && difference.path().attribute().equals(Optional.of("tags"))) {
            movedTags.put(difference.path().steps().get(1), difference.after());
        }
    }

    private boolean saysSomething(Difference difference) {
        Optional<NoiseRule> silenced = NoiseRule.ALL.stream()
                .filter(rule -> rule.silences(difference, this))
                .findFirst();
        silenced.ifPresent(rule -> noise.merge(rule.name(), 1, Integer::sum));
        return silenced.isEmpty();
    }
}
