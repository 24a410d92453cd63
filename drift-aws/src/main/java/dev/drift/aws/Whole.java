package dev.drift.aws;

import dev.drift.diagnosis.Ownership;
import dev.drift.value.Value;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * An attribute that one sibling may own as it is.
 *
 * @param link which siblings
 * @param ownForm brings the attribute into the form to compare
 * @param siblingForm brings the sibling's attributes into the same form
 */
record Whole(Link link, UnaryOperator<Value> ownForm, UnaryOperator<Value> siblingForm) implements Ownership {

    /** An attribute of the object and one of the sibling that hold the same text. */
    static Whole text(String siblingAttribute, Link link) {
        return new Whole(link, Shapes::content, sibling -> Shapes.content(sibling.field(siblingAttribute)));
    }

    @Override
    public boolean isWhole() {
        return true;
    }

    @Override
    public List<Value> parts(Value attribute) {
        return Shapes.part(attribute).stream().map(ownForm).toList();
    }

    @Override
    public List<Value> claims(String type, Value sibling, Value owner) {
        return link.joins(type, sibling, owner) ? Shapes.part(siblingForm.apply(sibling)) : List.of();
    }
}
