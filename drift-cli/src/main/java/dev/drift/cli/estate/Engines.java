package dev.drift.cli.estate;

import static java.util.Objects.requireNonNull;

import dev.drift.estate.Environment;
import java.util.Map;

/**
 * What looks at which stacks, by the environment that they are in (design 6). Drift chooses where nothing is said.
 *
 * @param usual looks where nothing is said of the environment, and at stacks in none
 * @param own what is said of environments
 */
public record Engines(Engine usual, Map<Environment, Engine> own) {

    /** Where nothing is said. */
    public static final Engines UNSAID = all(Engine.AUTO);

    public Engines {
        requireNonNull(usual, "usual is null");
        own = Map.copyOf(own);
    }

    /** One for every stack. */
    public static Engines all(Engine engine) {
        return new Engines(engine, Map.of());
    }
}
