package dev.drift.observation;

import dev.drift.value.Value;
import java.util.Map;

/**
 * What the code declares for the resources of a stack.
 *
 * @param byResource the declared arguments by configuration address. A constant, or a variable that resolves to one, is its
 *     value; any other expression is {@link Value#unknown()}; what the code does not mention is absent. Nested blocks are lists
 *     in the order of the code.
 */
public record Declarations(Map<String, Value> byResource) {

    /** Nothing is known to be declared. */
    public static final Declarations NONE = new Declarations(Map.of());

    public Declarations {
        byResource = Map.copyOf(byResource);
    }

    /** The declared arguments of a resource; {@link Value#ofNull()} if the code does not declare it. */
    public Value of(ResourceAddress address) {
        return byResource.getOrDefault(address.configurationAddress(), Value.ofNull());
    }

    /** Constants of code may be secrets, so they are not printed. */
    @Override
    public String toString() {
        return byResource.keySet().toString();
    }
}
