package dev.drift.cli.wiring;

import static java.util.Objects.requireNonNull;

import dev.drift.code.IacTool;
import java.util.Optional;

/**
 * With what stacks are planned.
 *
 * @param tool the tool for every stack; empty to take what each stack looks like
 * @param provider whose provider the tool talks to
 */
public record Tooling(Optional<IacTool> tool, Provider provider) {

    public Tooling {
        requireNonNull(tool, "tool is null");
        requireNonNull(provider, "provider is null");
    }

    /** Whose provider a tool talks to while it plans (design 6). */
    public enum Provider {
        /** One that all stacks of an account share, where that is possible. */
        SHARED,
        /** One that the tool starts for itself. */
        PLAIN
    }
}
