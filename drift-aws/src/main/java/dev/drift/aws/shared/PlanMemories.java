package dev.drift.aws.shared;

import static java.util.Objects.requireNonNull;

import dev.drift.estate.Environment;
import dev.drift.estate.EstateDefinition;
import dev.drift.stack.Stack;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which memory of full plans holds for which stack, by the cell it is in (design 6): one run may look at environments that are planned every
 * time, and at others of which stacks are only read.
 *
 * @param usual holds where nothing else is said
 * @param own what is said of environments
 * @param estate in which environment each stack is
 */
public record PlanMemories(PlanMemory usual, Map<Environment, PlanMemory> own, EstateDefinition estate) {

    public PlanMemories {
        requireNonNull(usual, "usual is null");
        own = Map.copyOf(own);
        requireNonNull(estate, "estate is null");
    }

    /** One memory for every stack. */
    public static PlanMemories all(PlanMemory memory) {
        return new PlanMemories(memory, Map.of(), EstateDefinition.UNDEFINED);
    }

    /** What holds for a stack. */
    public PlanMemory of(Stack stack) {
        return own.isEmpty()
                ? usual
                : estate.cellOf(stack)
                        .environment()
                        .flatMap(environment -> Optional.ofNullable(own.get(environment)))
                        .orElse(usual);
    }

    /** Whether any stack may be read without being planned. */
    public boolean spare() {
        return Stream.concat(Stream.of(usual), own.values().stream()).anyMatch(PlanMemory::spares);
    }
}
