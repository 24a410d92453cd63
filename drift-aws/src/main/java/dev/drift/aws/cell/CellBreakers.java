package dev.drift.aws.cell;

import static java.util.Objects.requireNonNull;

import dev.drift.estate.Cell;
import dev.drift.estate.EstateDefinition;
import dev.drift.observation.DriftProbe;
import dev.drift.observation.EnvironmentSource;
import dev.drift.stack.Stack;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A circuit breaker for each cell. Once what its stacks share failed {@value #IN_A_ROW} times in a row, with no stack seen in
 * between, the rest of the cell is unknown at once with the last reason; after half a minute one stack may try again. Other
 * cells go on, and so do stacks in no environment, which share nothing. Failures of one stack alone, such as code that cannot
 * be planned or a right to read one kind of object, count for nothing. Safe for use by several threads.
 */
public final class CellBreakers {

    static final int IN_A_ROW = 5;
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final EstateDefinition estate;
    private final Duration pause;
    private final Map<Cell, CellBreaker> breakers = new ConcurrentHashMap<>();

    private CellBreakers(EstateDefinition estate, Duration pause) {
        this.estate = requireNonNull(estate, "estate is null");
        this.pause = requireNonNull(pause, "pause is null");
    }

    /** Breakers, all of them closed, for the cells of an estate. */
    public static CellBreakers of(EstateDefinition estate) {
        return new CellBreakers(estate, PAUSE);
    }

    static CellBreakers pausing(EstateDefinition estate, Duration pause) {
        return new CellBreakers(estate, pause);
    }

    /** Leases as the source below, and nothing to a cell that is given up. Closes the source with itself. */
    public EnvironmentSource over(EnvironmentSource below) {
        return new GuardedEnvironments(below, this);
    }

    /** Looks as the given probe, and at nothing of a cell that is given up. */
    public DriftProbe around(DriftProbe probe) {
        return new GuardedProbe(probe, this);
    }

    Optional<CellBreaker> of(Stack stack) {
        Cell cell = estate.cellOf(stack);
        return cell.environment().isEmpty()
                ? Optional.empty()
                : Optional.of(breakers.computeIfAbsent(cell, fresh -> new CellBreaker(fresh, pause)));
    }
}
