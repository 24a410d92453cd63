package dev.drift;

import dev.drift.catalog.Workload;
import dev.drift.estate.Cell;
import dev.drift.estate.EstateDefinition;
import dev.drift.stack.Stack;
import java.time.Clock;
import java.util.Optional;

/** Leaves out the stacks of cells whose maintenance windows are closed now, unless windows are ignored. */
record OpenCells(EstateDefinition estate, boolean windowsIgnored, Clock clock) {

    Workload of(Workload workload) {
        return windowsIgnored ? workload : workload.without(this::closed);
    }

    private Optional<String> closed(Stack stack) {
        Cell cell = estate.cellOf(stack);
        return estate.of(cell).flatMap(defined -> defined.rhythm().windows().refusal(cell.region(), clock.instant()));
    }
}
