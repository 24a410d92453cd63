package dev.drift.diagnosis;

import dev.drift.observation.ChangeAction;
import dev.drift.observation.ResourceChange;
import dev.drift.value.Value;
import dev.drift.value.ValuePath;
import java.util.List;

/**
 * Which live changes of one object an apply takes away. An update leaves alone what the plan does not touch. Where the object
 * itself goes, every change goes with it, be the field ignored or undeclared, unless the plan says that the successor has the same.
 *
 * @param planned what the apply does to the object
 * @param facts what is known of its type
 */
record Overwriting(ResourceChange planned, TypeFacts facts) {

    /** Whether somebody removed the object, and it comes back. */
    boolean bringsBack(ResourceFinding moved) {
        return planned.action() == ChangeAction.CREATE && moved.action() == ChangeAction.DELETE;
    }

    /** The fields of a moved object whose live values are lost. */
    List<FieldFinding> of(ResourceFinding moved) {
        return moved.fields().stream().filter(this::takes).toList();
    }

    private boolean takes(FieldFinding moved) {
        return switch (planned.action()) {
            case NO_OP, READ, FORGET -> false;
            case CREATE, UPDATE -> moved.kind() == FieldClass.REVERTED || moved.kind() == FieldClass.GONE;
            case DELETE -> moved.kind() != FieldClass.COMPUTED;
            case REPLACE -> moved.kind() != FieldClass.COMPUTED && !isKept(moved.path());
        };
    }

    /** Whether the successor has the same there. Elements of sets have no place of their own, so their set is compared. */
    private boolean isKept(ValuePath path) {
        int steps = (int) path.steps().stream()
                .takeWhile(step -> !(step instanceof ValuePath.Element))
                .count();
        ValuePath place = Places.start(path, steps);
        Value then = Places.at(planned.after().value(), place);
        return !Meaning.isOpen(then)
                && facts.isSame(place, Places.at(planned.before().value(), place), then);
    }
}
