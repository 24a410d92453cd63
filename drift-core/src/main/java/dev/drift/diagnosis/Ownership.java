package dev.drift.diagnosis;

import dev.drift.value.Value;
import java.util.List;

/**
 * An attribute whose single parts may belong to sibling resources: the rules of a security group, the routes of a table.
 * Both sides speak of parts in the same form, so that a part is owned exactly if a live sibling claims an equal one. Pure,
 * for any thread.
 *
 * <p>Parts of a list attribute are items of that attribute, as small as siblings can own them. An attribute that cannot be
 * split is one part. An attribute that holds nothing has no parts.
 */
public interface Ownership {

    /** The attribute's value in parts, in a canonical spelling. */
    List<Value> parts(Value attribute);

    /**
     * The parts a sibling accounts for; empty if it is of another type, or belongs to another object.
     *
     * @param type the sibling's resource type
     * @param sibling the sibling's attributes
     * @param owner the attributes of the object that may be partly owned
     */
    List<Value> claims(String type, Value sibling, Value owner);

    /** Whether the attribute cannot be split: a sibling owns the live value as it is, or nothing of it. */
    default boolean isWhole() {
        return false;
    }
}
