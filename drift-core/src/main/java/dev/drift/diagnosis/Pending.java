package dev.drift.diagnosis;

import java.util.List;

/**
 * What the code asks for that the last apply did not do.
 *
 * @param resources the objects an apply would touch for other reasons than drift, by address
 * @param outputs how many outputs it would change
 */
public record Pending(List<ResourceFinding> resources, int outputs) {

    /** The code asks for nothing new. */
    public static final Pending NOTHING = new Pending(List.of(), 0);

    public Pending {
        resources = List.copyOf(resources);
        if (outputs < 0) {
            throw new IllegalArgumentException("outputs is negative: " + outputs);
        }
    }

    /** Whether there is nothing to apply. */
    public boolean isEmpty() {
        return resources.isEmpty() && outputs == 0;
    }
}
