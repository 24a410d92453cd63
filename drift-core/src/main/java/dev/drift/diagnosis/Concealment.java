package dev.drift.diagnosis;

import dev.drift.observation.KnownSecrets;
import dev.drift.observation.Snapshot;
import dev.drift.value.Difference;
import dev.drift.value.Marks;
import dev.drift.value.Value;
import dev.drift.value.ValuePath;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What may be shown of a difference. A place under a mark is shown as the marked place: the keys of a secret map are part
 * of the secret. An element with a mark anywhere in it is redacted as a whole; marks of lists are taken for all of their
 * items, because the positions of marks and items need not agree. Copies of what is secret elsewhere in the stack are hidden
 * where they stand.
 */
final class Concealment {

    private final TypeFacts facts;
    private final List<Marks> marks;
    private final List<Value> sides;
    private final KnownSecrets secrets;

    Concealment(TypeFacts facts, Snapshot before, Snapshot after, KnownSecrets secrets) {
        this.facts = facts;
        this.secrets = secrets;
        this.marks = List.of(before.sensitive(), after.sensitive());
        this.sides = List.of(before.value(), after.value());
    }

    /** A difference as it may be shown; the values are redacted by the finding if it is sensitive. */
    record Shown(ValuePath path, Value before, Value after, boolean sensitive) {}

    /** What may be shown of it. */
    Shown show(Difference difference) {
        Optional<ValuePath> secret = secretPlace(difference);
        if (secret.isPresent()) {
            boolean isAll = secret.get().equals(difference.path());
            return new Shown(
                    secret.get(),
                    isAll ? difference.before() : Value.redacted(),
                    isAll ? difference.after() : Value.redacted(),
                    true);
        }
        Value before = Secrets.redacted(difference.before(), secrets);
        Value after = Secrets.redacted(difference.after(), secrets);
        boolean hidesAll = before.equals(after)
                || before instanceof Value.Redacted
                || after instanceof Value.Redacted
                || isMarkedBelow(difference.path());
        return new Shown(difference.path(), before, after, hidesAll);
    }

    /** The first place on the way that holds a secret. */
    private Optional<ValuePath> secretPlace(Difference difference) {
        int steps = difference.path().steps().size();
        boolean canBe = Secrets.canBe(difference.before()) || Secrets.canBe(difference.after());
        for (int length = 1; length <= steps; length++) {
            ValuePath place = Places.start(difference.path(), length);
            if (isMarked(place) || facts.has(Trait.SECRET, place)) {
                return Optional.of(place);
            }
            if (length > 1 && isKeyKnown(place)) {
                return Optional.of(Places.start(place, length - 1));
            }
            if (canBe && place.steps().get(length - 1) instanceof ValuePath.Field field) {
                if (Secrets.areNamed(field.name())) {
                    return Optional.of(place);
                }
                if (Secrets.isShownBy(field.name())) {
                    return Optional.of(Places.start(place, length - 1));
                }
            }
        }
        return canBe && isValueOfSecretName(difference) ? Optional.of(difference.path()) : Optional.empty();
    }

    /** Whether the place is the value beside a name, and the name is that of a secret. */
    private boolean isValueOfSecretName(Difference difference) {
        int last = difference.path().steps().size() - 1;
        if (last < 1
                || !(difference.path().steps().get(last) instanceof ValuePath.Field field)
                || !Secrets.isValueField(field.name())) {
            return false;
        }
        ValuePath parent = Places.start(difference.path(), last);
        boolean besideName = sides.stream().anyMatch(side -> Secrets.areNamedBy(Places.at(side, parent)));
        return besideName
                || difference.element().stream()
                        .flatMap(element -> Stream.of(element.before(), element.after()))
                        .anyMatch(Secrets::areNamedBy);
    }

    /** Keys of maps may be copies of secrets; names of attributes are the provider's. */
    private boolean isKeyKnown(ValuePath place) {
        return place.steps().get(place.steps().size() - 1) instanceof ValuePath.Field field
                && secrets.areIn(field.name());
    }

    private boolean isMarked(ValuePath place) {
        ValuePath anywhere = Places.anywhere(place);
        return marks.stream().anyMatch(tree -> tree.covers(anywhere));
    }

    private boolean isMarkedBelow(ValuePath place) {
        ValuePath anywhere = Places.anywhere(place);
        return marks.stream().anyMatch(tree -> tree.touches(anywhere));
    }
}
