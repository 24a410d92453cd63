package dev.drift.observation;

import dev.drift.value.Value;
import java.util.Map;

/**
 * What the code declares for the resources of a stack.
 *
 * @param byResource the declared arguments by configuration address. A constant, or a variable that resolves to one, is its
 *     value; any other expression is {@link Value#unknown()}; what the code does not mention is absent. Nested blocks are lists
 *     in the order of the code.
 * @param evaluated the arguments that the code came to for single objects, by their address; they say more than what is known
 *     of their resource
 */
public record Declarations(Map<String, Value> byResource, Map<String, Value> evaluated) {

    /** Nothing is known to be declared. */
    public static final Declarations NONE = new Declarations(Map.of());

    public Declarations {
        byResource = Map.copyOf(byResource);
        evaluated = Map.copyOf(evaluated);
    }

    /** Of code that was read and not evaluated. */
    public Declarations(Map<String, Value> byResource) {
        this(byResource, Map.of());
    }

    /** The declared arguments of a resource; {@link Value#ofNull()} if the code does not declare it. */
    public Value of(ResourceAddress address) {
        Value read = byResource.getOrDefault(address.configurationAddress(), Value.ofNull());
        return evaluated.getOrDefault(address.toString(), read);
    }

    /** The same, with what the code came to for single objects. */
    public Declarations evaluatedTo(Map<String, Value> byAddress) {
        return new Declarations(byResource, byAddress);
    }

    /** Constants of code may be secrets, so they are not printed. */
    @Override
    public String toString() {
        return byResource.keySet().toString();
    }
}
