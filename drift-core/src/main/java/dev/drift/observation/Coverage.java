package dev.drift.observation;

import java.util.List;

/**
 * How far the look reached.
 *
 * @param resources the managed objects the state holds
 * @param compared those that were compared with live
 * @param gaps what could not be looked at, in the order met; with any of them the stack is unknown (design 5.5)
 */
public record Coverage(int resources, int compared, List<Gap> gaps) {
    public Coverage {
        if (resources < 0 || compared < 0 || compared > resources) {
            throw new IllegalArgumentException("Compared " + compared + " of " + resources + " resources");
        }
        gaps = List.copyOf(gaps);
    }

    /** Everything was compared. */
    public static Coverage complete(int resources) {
        return new Coverage(resources, resources, List.of());
    }
}
