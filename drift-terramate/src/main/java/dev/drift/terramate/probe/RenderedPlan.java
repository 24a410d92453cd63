package dev.drift.terramate.probe;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

/** A plan as its tool shows it to people, in a file. */
record RenderedPlan(Path file) {

    /** Nobody reads more than this, and several looks go on at once. */
    private static final int MOST_BYTES = 16_000_000;

    /** Its text, each line fit to be shown. */
    Optional<String> text(Redaction redaction) {
        try (InputStream bytes = Files.newInputStream(file)) {
            String text = new String(bytes.readNBytes(MOST_BYTES), UTF_8);
            return Optional.of(text.lines().map(redaction::clean).collect(Collectors.joining("\n")));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
