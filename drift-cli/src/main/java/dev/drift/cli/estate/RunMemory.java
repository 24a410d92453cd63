package dev.drift.cli.estate;

import static java.util.Objects.requireNonNull;

import dev.drift.estate.Residency;
import java.util.Optional;

/**
 * Where runs remember what they saw and told.
 *
 * @param name what environments call it
 * @param path an absolute folder, or {@code s3://BUCKET/PREFIX}
 * @param residency where that is
 */
public record RunMemory(String name, String path, Optional<Residency> residency) {
    public RunMemory {
        requireNonNull(name, "name is null");
        requireNonNull(path, "path is null");
        requireNonNull(residency, "residency is null");
    }
}
