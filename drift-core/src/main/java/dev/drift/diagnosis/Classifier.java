package dev.drift.diagnosis;

import dev.drift.observation.ResourceAddress;
import dev.drift.value.Difference;
import java.util.Optional;

/**
 * Which class a moved field has (design 5.2).
 *
 * <p>A plan that changes the object in place and touches the field outweighs {@code ignore_changes}: it was made by code that
 * did not ignore it. A plan that replaces or destroys the object touches everything, so there {@code ignore_changes} outweighs
 * the plan. A field declared as something else than live, with nothing planned, must have been ignored; if the code is at hand
 * and does not say so, the provider takes both for the same or the field cannot be told, and it is treated as undeclared.
 */
final class Classifier {

    private final Evidence evidence;
    private final MovedObject object;
    private final Optional<PlannedObject> planned;

    Classifier(Evidence evidence, MovedObject object) {
        this.evidence = evidence;
        this.object = object;
        this.planned = evidence.plannedFor(object.address())
                .map(change -> new PlannedObject(change, object.facts(), evidence.declaredFor(object.address())));
    }

    /** The class of a field that no noise rule silenced. */
    FieldClass classify(Difference difference) {
        if (!evidence.isCodeSeen()) {
            return isComputed(difference) ? FieldClass.COMPUTED : FieldClass.MOVED;
        }
        boolean isTouched = planned.filter(plan -> plan.touches(difference)).isPresent();
        if (isTouched && planned.filter(PlannedObject::isUpdate).isPresent()) {
            return FieldClass.REVERTED;
        }
        if (isIgnored(difference)) {
            return FieldClass.IGNORED;
        }
        return isTouched ? FieldClass.REVERTED : untouched(difference);
    }

    private FieldClass untouched(Difference difference) {
        return switch (object.declared(difference)) {
            case LIVE -> FieldClass.CONVERGED;
            case OTHER -> evidence.ignores().isPresent() ? FieldClass.UNDECLARED : FieldClass.IGNORED_BY_INFERENCE;
            case OPEN -> FieldClass.UNDECLARED;
            case ABSENT -> isComputed(difference) ? FieldClass.COMPUTED : FieldClass.UNDECLARED;
        };
    }

    private boolean isIgnored(Difference difference) {
        ResourceAddress address = object.address();
        return evidence.ignores()
                .filter(ignores -> ignores.names(address.configurationAddress(), difference.path()))
                .isPresent();
    }

    private boolean isComputed(Difference difference) {
        return object.facts().has(Trait.COMPUTED, difference.path());
    }
}
