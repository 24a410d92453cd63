package dev.drift.cli.wiring;

import static java.util.Objects.requireNonNull;

import dev.drift.code.IacTool;
import java.util.Optional;

/**
 * What is provisioned, and with what.
 *
 * @param all whether stacks that did not change are meant as well
 * @param base since which revision of git they changed; empty to choose it as Terramate does
 * @param tool the tool for every stack; empty to take what each stack looks like
 */
public record ProvisionScope(boolean all, Optional<String> base, Optional<IacTool> tool) {
    public ProvisionScope {
        requireNonNull(base, "base is null");
        requireNonNull(tool, "tool is null");
    }
}
