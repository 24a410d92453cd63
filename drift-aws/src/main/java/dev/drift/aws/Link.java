package dev.drift.aws;

import dev.drift.value.Essence;
import dev.drift.value.Value;
import java.util.List;

/**
 * How a sibling of some type names the object it belongs to.
 *
 * @param type the sibling's resource type
 * @param field the sibling's attribute that names the object, or the objects
 * @param names the attributes of the object it may be named by
 */
record Link(String type, String field, List<String> names) {

    Link {
        names = List.copyOf(names);
    }

    static Link of(String type, String field, String... names) {
        return new Link(type, field, List.of(names));
    }

    /** Whether a sibling of this type belongs to the object. */
    boolean joins(String siblingType, Value sibling, Value owner) {
        if (!type.equals(siblingType)) {
            return false;
        }
        Value named = sibling.field(field);
        return names.stream()
                .map(owner::field)
                .filter(name -> !Essence.isEmpty(name))
                .anyMatch(name -> name.equals(named) || named.items().contains(name));
    }
}
