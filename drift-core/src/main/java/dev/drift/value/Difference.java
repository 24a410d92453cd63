package dev.drift.value;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One place where two values differ.
 *
 * @param path the place, positions of lists being those of the second value, or of the first for an item the second has not
 * @param before what the first value holds there; {@link Value#ofNull()} if nothing
 * @param after what the second value holds there; {@link Value#ofNull()} if nothing
 * @param element the element of a set in which the place lies, the outermost if sets are nested
 */
public record Difference(ValuePath path, Value before, Value after, Optional<Element> element) {

    public Difference {
        requireNonNull(path, "path is null");
        requireNonNull(before, "before is null");
        requireNonNull(after, "after is null");
        requireNonNull(element, "element is null");
    }

    /**
     * An element of a set that is not the same in both values. Its path says nothing of which one, its content does.
     *
     * @param set the place of the set
     * @param before the element as a whole in the first value; {@link Value#ofNull()} if it was added
     * @param after the element as a whole in the second value; {@link Value#ofNull()} if it was removed
     */
    public record Element(ValuePath set, Value before, Value after) {
        public Element {
            requireNonNull(set, "set is null");
            requireNonNull(before, "before is null");
            requireNonNull(after, "after is null");
        }
    }
}
