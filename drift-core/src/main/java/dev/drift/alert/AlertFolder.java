package dev.drift.alert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.drift.diagnosis.Fingerprint;
import dev.drift.diagnosis.Severity;
import dev.drift.estate.Cell;
import dev.drift.estate.Environment;
import dev.drift.estate.Region;
import dev.drift.report.Verdict;
import dev.drift.stack.StackPath;
import dev.drift.value.Json;
import dev.drift.value.JsonException;
import dev.drift.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Remembers in a folder, in one file for each route that only its owner can read. Whoever tells a route holds the lock beside its
 * file meanwhile, also among processes, so that nothing is told twice and nothing is lost.
 *
 * @param folder where; made when a route is told first
 * @param patience how long to wait for others who tell the same route
 */
public record AlertFolder(Path folder, Duration patience) implements AlertMemory {

    private static final String NOT_KEPT = "what was told cannot be remembered in ";

    /** Longer than a receiver takes that is asked as often as may be. */
    private static final Duration USUAL_PATIENCE = Duration.ofMinutes(3);

    public AlertFolder {
        requireNonNull(folder, "folder is null");
        requireNonNull(patience, "patience is null");
    }

    /** In a folder, waiting for others for three minutes. */
    public AlertFolder(Path folder) {
        this(folder, USUAL_PATIENCE);
    }

    @Override
    public Map<StackPath, LastAlert> recall(String route) throws AlertException {
        Path file = file(route);
        try {
            if (!Files.exists(file)) {
                return Map.of();
            }
            Map<StackPath, LastAlert> known = new LinkedHashMap<>();
            if (Json.read(Files.readString(file, UTF_8)) instanceof Value.Fields fields) {
                fields.values().forEach((path, last) -> known.put(StackPath.of(path), read(last)));
            }
            return Map.copyOf(known);
        } catch (IOException | JsonException | DateTimeException | IllegalArgumentException unreadable) {
            throw new AlertException(file + " cannot be read: remove it and everything is told once more", unreadable);
        }
    }

    @Override
    public void renew(String route, Step step) throws AlertException {
        try {
            Files.createDirectories(folder);
            RouteLock.holding(folder, file(route).getFileName() + ".lock", route, patience, () -> {
                Map<StackPath, LastAlert> before = recall(route);
                Map<StackPath, LastAlert> after = step.after(before);
                if (!after.equals(before)) {
                    remember(route, after);
                }
            });
        } catch (IOException refused) {
            throw new AlertException(NOT_KEPT + folder, refused);
        }
    }

    private void remember(String route, Map<StackPath, LastAlert> troubles) throws AlertException {
        Map<String, Value> fields = new TreeMap<>();
        troubles.forEach((path, last) -> fields.put(path.value(), written(last)));
        try {
            // Temporary files are their owner's alone from the beginning.
            Path beside = Files.createTempFile(folder, ".alerts-", ".tmp");
            try {
                Files.writeString(beside, Json.write(Value.of(fields)) + "\n", UTF_8);
                Files.move(beside, file(route), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException refused) {
            throw new AlertException(NOT_KEPT + folder, refused);
        }
    }

    /** Names may hold anything, and files may not. */
    private Path file(String route) {
        String safe = route.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]", "_");
        return folder.resolve(
                safe.substring(0, Math.min(60, safe.length())) + "-" + Integer.toHexString(route.hashCode()) + ".json");
    }

    private static Value written(LastAlert last) {
        Map<String, Value> fields = new LinkedHashMap<>();
        last.cell().ifPresent(cell -> fields.put("cell", written(cell)));
        fields.put("verdict", Value.of(last.verdict().word()));
        last.severity().ifPresent(severity -> fields.put("severity", Value.of(severity.word())));
        last.fingerprint().ifPresent(mark -> fields.put("fingerprint", Value.of(mark.value())));
        fields.put("told_at", Value.of(last.toldAt().toString()));
        return Value.of(fields);
    }

    private static LastAlert read(Value value) {
        return new LastAlert(
                value.field("cell") instanceof Value.Fields cell ? Optional.of(cell(cell)) : Optional.empty(),
                Verdict.valueOf(text(value, "verdict").orElse("").toUpperCase(Locale.ROOT)),
                text(value, "severity").map(word -> Severity.valueOf(word.toUpperCase(Locale.ROOT))),
                text(value, "fingerprint").map(Fingerprint::new),
                Instant.parse(text(value, "told_at").orElse("")));
    }

    private static Value written(Cell cell) {
        Map<String, Value> fields = new LinkedHashMap<>();
        cell.environment().ifPresent(environment -> fields.put("environment", Value.of(environment.name())));
        cell.region().ifPresent(region -> fields.put("region", Value.of(region.name())));
        return Value.of(fields);
    }

    private static Cell cell(Value value) {
        return new Cell(
                text(value, "environment").map(Environment::new),
                text(value, "region").map(Region::new));
    }

    private static Optional<String> text(Value value, String field) {
        return value.field(field).text();
    }
}
