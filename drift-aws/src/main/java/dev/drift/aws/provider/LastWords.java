package dev.drift.aws.provider;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What is kept of what a provider prints when it crashes: the kind of the crash. Everything else it prints may hold secrets
 * and is forgotten.
 */
final class LastWords {

    private static final List<String> KINDS = List.of("panic: runtime error", "panic", "fatal error");

    private final AtomicReference<Optional<String>> crash = new AtomicReference<>(Optional.empty());

    /** The first crash in what was printed. */
    void hear(String line) {
        if (crash.get().isEmpty()) {
            KINDS.stream()
                    .filter(kind -> line.startsWith(kind + ":"))
                    .findFirst()
                    .ifPresent(kind -> {
                        crash.compareAndSet(Optional.empty(), Optional.of(kind));
                    });
        }
    }

    /** How it ended, for people. */
    String ending(int exitCode) {
        return "exit code " + exitCode + crash.get().map(kind -> ", " + kind).orElse("");
    }
}
