package dev.drift.diagnosis;

import dev.drift.value.Comparison;
import dev.drift.value.Value;
import dev.drift.value.ValuePath;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** What is known of one resource type: the book's word first, and names that mean the same everywhere. */
final class TypeFacts {

    private static final Trait[] SECURITY =
            Arrays.stream(Trait.values()).filter(Trait::isSecurity).toArray(Trait[]::new);

    private final RuleBook rules;
    private final String type;

    TypeFacts(RuleBook rules, String type) {
        this.rules = rules;
        this.type = type;
    }

    /** Compares objects of this type. */
    Comparison comparison() {
        return Comparison.withSets(place -> has(Trait.SET, place));
    }

    /** The attributes that siblings may own parts of. */
    Map<String, Ownership> ownerships() {
        return rules.ownerships(type);
    }

    /** An object with its ownable attributes in parts, so that all sides of a comparison are split alike. */
    Value inParts(Value object) {
        Value split = object;
        for (Map.Entry<String, Ownership> entry : ownerships().entrySet()) {
            if (!entry.getValue().isWhole()
                    && !object.field(entry.getKey()).items().isEmpty()) {
                Value parts = Value.of(entry.getValue().parts(object.field(entry.getKey())));
                split = Places.with(split, entry.getKey(), parts);
            }
        }
        return split;
    }

    /**
     * Whether the place has the trait. A computed attribute of a type the book knows is what the book says, except for the
     * object's own identity; other traits hold if either the book or the name says so.
     */
    boolean has(Trait trait, ValuePath place) {
        boolean bookIsComplete = trait == Trait.COMPUTED && rules.knows(type);
        return rules.says(type, trait, place) || (bookIsComplete ? Names.areIdentity(place) : Names.say(trait, place));
    }

    /** Whether two values of a place say the same; of documents the content counts. */
    boolean isSame(ValuePath place, Value one, Value other) {
        return Meaning.isSame(one, other) || (has(Trait.DOCUMENT, place) && PolicyDocument.isSameJson(one, other));
    }

    /** Why a move here matters to security; empty if it does not. Labels never do. */
    Optional<Trait> security(ValuePath place) {
        if (has(Trait.LABEL, place)) {
            return Optional.empty();
        }
        return Arrays.stream(SECURITY)
                .filter(trait -> rules.says(type, trait, place))
                .findFirst()
                .or(() -> Arrays.stream(SECURITY)
                        .filter(trait -> Names.say(trait, place))
                        .findFirst());
    }
}
