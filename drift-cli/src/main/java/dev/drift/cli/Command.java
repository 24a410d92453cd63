package dev.drift.cli;

import dev.drift.cli.wiring.Runs;

/** A subcommand whose options are read. */
@FunctionalInterface
interface Command {

    /**
     * Does what was asked for.
     *
     * @throws dev.drift.config.InvalidConfigException if what was asked for makes no sense
     * @throws dev.drift.catalog.CatalogException if the stacks cannot be listed
     */
    ExitCode run(Surroundings surroundings, Runs runs);
}
