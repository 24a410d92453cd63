package dev.drift.cli.wiring;

import static java.util.Objects.requireNonNull;

import dev.drift.cli.estate.Engines;
import dev.drift.code.IacTool;
import dev.drift.diagnosis.Waiver;
import dev.drift.estate.EstateDefinition;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * With what stacks are planned.
 *
 * @param tool the tool for every stack; empty to take what each stack looks like
 * @param provider whose provider the tool talks to
 * @param engines what looks at which stacks
 * @param planAge how old a full plan may become before the stack is planned again
 * @param estate says in which environment each stack is, and with which role it is looked at
 * @param waivers which drift is left alone for a time
 */
public record Tooling(
        Optional<IacTool> tool,
        Provider provider,
        Engines engines,
        Duration planAge,
        EstateDefinition estate,
        List<Waiver> waivers) {

    public Tooling {
        requireNonNull(tool, "tool is null");
        requireNonNull(provider, "provider is null");
        requireNonNull(engines, "engines is null");
        requireNonNull(planAge, "planAge is null");
        requireNonNull(estate, "estate is null");
        waivers = List.copyOf(waivers);
    }

    /** Whose provider a tool talks to while it plans (design 6). */
    public enum Provider {
        /** One that all stacks of an account share, where that is possible. */
        SHARED,
        /** One that the tool starts for itself. */
        PLAIN
    }
}
