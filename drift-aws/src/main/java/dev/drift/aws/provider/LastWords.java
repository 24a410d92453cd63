package dev.drift.aws.provider;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * What is kept of what a provider prints when it crashes: the kind of the crash. Everything else it prints may hold secrets
 * and is forgotten. Safe for use by several threads.
 */
final class LastWords {

    private static final List<String> KINDS = List.of("panic: runtime error", "panic", "fatal error");

    private final CompletableFuture<Optional<String>> crash = new CompletableFuture<>();

    /** The first crash in what was printed is the one that counts. */
    void hear(String line) {
        KINDS.stream()
                .filter(kind -> line.startsWith(kind + ":"))
                .findFirst()
                .ifPresent(kind -> crash.complete(Optional.of(kind)));
    }

    /** Nothing more is printed. */
    void end() {
        crash.complete(Optional.empty());
    }

    /** The kind of the crash, if it was one; what was printed may take a moment to be heard. */
    Optional<String> crash(Duration patience) {
        try {
            return crash.get(patience.toMillis(), MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException unheard) {
            return Optional.empty();
        }
    }
}
