package dev.drift.it.cloudsync;

import static java.util.Objects.requireNonNull;

import dev.drift.it.tools.Command;
import java.util.List;

/**
 * What one command told.
 *
 * @param run what it said to who ran it
 * @param exchanges with the cloud
 */
record Told(Command.Outcome run, List<Exchange> exchanges) {
    Told {
        requireNonNull(run, "run is null");
        exchanges = List.copyOf(exchanges);
    }
}
