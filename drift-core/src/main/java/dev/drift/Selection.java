package dev.drift;

import dev.drift.catalog.StackCatalog;
import dev.drift.catalog.Workload;
import dev.drift.estate.Cell;
import dev.drift.estate.Environment;
import dev.drift.estate.Region;
import dev.drift.estate.Shard;
import dev.drift.stack.StackFilter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which stacks a run is about, and which of them it looks at.
 *
 * @param emptyAllowed whether it may be about none
 * @param open leaves out what may not be looked at now
 * @param shard the share that this machine takes
 */
record Selection(StackCatalog catalog, StackFilter filter, boolean emptyAllowed, OpenCells open, Shard shard) {

    /**
     * What was chosen at one moment.
     *
     * @param whole what the filter picks, on all machines, whatever may be looked at
     * @param mine what is looked at here
     */
    record Choice(Workload whole, Workload mine) {}

    /** What is looked at here and now. */
    Choice now() {
        Workload whole = Workload.of(catalog, filter);
        if (!emptyAllowed) {
            whole.refuseEmpty(filter);
        }
        return new Choice(whole, open.of(whole).share(shard));
    }

    /** Whether nobody else says what concerns all shares. */
    boolean isFirstShare() {
        return shard.number() == 1;
    }

    /** A share of what was selected must not look like all of it. */
    @Override
    public String toString() {
        return shard.equals(Shard.WHOLE) ? filter.toString() : (filter + " share " + shard).strip();
    }

    /**
     * What was told of where the run is, and where a filter narrows it to one environment or one region, that as well. All
     * machines of a run say the same, whichever stacks are theirs.
     */
    Map<String, String> origin(Map<String, String> told, Workload whole) {
        Map<String, String> origin = new HashMap<>(told);
        if (!filter.isEverything()) {
            Set<Cell> cells =
                    whole.selected().stream().map(open.estate()::cellOf).collect(Collectors.toSet());
            one(cells, Cell::environment)
                    .map(Environment::name)
                    .ifPresent(name -> origin.putIfAbsent("environment", name));
            one(cells, Cell::region).map(Region::name).ifPresent(name -> origin.putIfAbsent("region", name));
        }
        return origin;
    }

    private static <T> Optional<T> one(Set<Cell> cells, Function<Cell, Optional<T>> part) {
        Set<Optional<T>> parts = cells.stream().map(part).collect(Collectors.toSet());
        return parts.size() == 1 ? parts.iterator().next() : Optional.empty();
    }
}
