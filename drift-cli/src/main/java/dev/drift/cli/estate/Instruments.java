package dev.drift.cli.estate;

import static java.util.Objects.requireNonNull;

import dev.drift.code.IacTool;
import java.util.Optional;

/**
 * With what stacks are looked at.
 *
 * @param tool the tool of every stack; empty to take what each looks like
 * @param engines what looks at which stacks
 */
public record Instruments(Optional<IacTool> tool, Engines engines) {

    static final Instruments USUAL = new Instruments(Optional.empty(), Engines.UNSAID);

    public Instruments {
        requireNonNull(tool, "tool is null");
        requireNonNull(engines, "engines is null");
    }
}
