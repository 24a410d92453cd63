package dev.drift.estate;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What a cell of an environment is looked at with.
 *
 * @param parallelism how many of its stacks side by side
 * @param budget how long the cell may take as a whole, from its first look on; empty for as long as its stacks take
 * @param role the name or the ARN of the role it is looked at with; empty for whoever runs
 */
public record Means(Parallelism parallelism, Optional<Duration> budget, Optional<String> role) {

    private static final Map<String, Integer> USUAL = Map.of("prod", 12, "qa", 8, "dev", 4);
    private static final int OTHERWISE = 5;

    public Means {
        requireNonNull(parallelism, "parallelism is null");
        requireNonNull(budget, "budget is null");
        requireNonNull(role, "role is null");
        if (budget.filter(time -> time.isZero() || time.isNegative()).isPresent()) {
            throw new IllegalArgumentException("A time budget is positive: " + budget.get());
        }
    }

    /** With the parallelism that is usual for the environment (12 for prod, 8 for qa, 4 for dev, else 5), and nothing else. */
    public static Means usual(Environment environment) {
        Parallelism parallelism = new Parallelism(USUAL.getOrDefault(environment.name(), OTHERWISE));
        return new Means(parallelism, Optional.empty(), Optional.empty());
    }
}
