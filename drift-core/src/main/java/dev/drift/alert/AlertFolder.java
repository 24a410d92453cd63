package dev.drift.alert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.drift.file.FileTurn;
import dev.drift.file.PrivateFiles;
import dev.drift.stack.StackPath;
import dev.drift.value.Json;
import dev.drift.value.JsonException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

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
            return LastAlerts.read(Json.read(Files.readString(file, UTF_8)));
        } catch (IOException | JsonException | IllegalArgumentException unreadable) {
            throw new ForgottenException(
                    file + " cannot be read: remove it and everything is told once more", unreadable);
        }
    }

    @Override
    public void renew(String route, Step step) throws AlertException {
        try {
            make();
            FileTurn turn = FileTurn.take(folder.resolve(file(route).getFileName() + ".lock"), patience)
                    .orElseThrow(() -> AlertException.othersTell(route));
            try (turn) {
                Map<StackPath, LastAlert> before = recall(route);
                Map<StackPath, LastAlert> after = step.after(before);
                if (!after.equals(before)) {
                    remember(route, after);
                }
            }
        } catch (IOException refused) {
            throw new AlertException(NOT_KEPT + folder, refused);
        }
    }

    private void make() throws ForgottenException {
        try {
            Files.createDirectories(folder);
        } catch (IOException refused) {
            throw new ForgottenException(NOT_KEPT + folder, refused);
        }
    }

    private void remember(String route, Map<StackPath, LastAlert> troubles) throws AlertException {
        try {
            PrivateFiles.write(file(route), (Json.write(LastAlerts.write(troubles)) + "\n").getBytes(UTF_8));
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
}
