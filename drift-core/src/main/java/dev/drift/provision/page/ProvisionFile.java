package dev.drift.provision.page;

import static java.util.Objects.requireNonNull;

import dev.drift.provision.ProvisionEvent;
import dev.drift.provision.ProvisionReport;
import dev.drift.provision.ProvisionSink;
import dev.drift.sink.Delivery;
import dev.drift.sink.WholeFile;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes the report of a provisioning to a file, whole or not at all, as {@link WholeFile} says.
 *
 * @param file where to; its folder must exist
 * @param format how it is written
 */
public record ProvisionFile(Path file, ProvisionFormat format) implements ProvisionSink {
    public ProvisionFile {
        requireNonNull(file, "file is null");
        requireNonNull(format, "format is null");
    }

    @Override
    public void on(ProvisionEvent event) {
        // Only the report is written.
    }

    @Override
    public List<Delivery> finish(ProvisionReport report) {
        return List.of(new WholeFile(file).deliver(() -> format.render(report)));
    }

    @Override
    public String destination() {
        return "file " + file;
    }

    @Override
    public boolean leavesTheMachine() {
        return false;
    }
}
