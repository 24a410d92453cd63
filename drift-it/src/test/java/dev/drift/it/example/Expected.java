package dev.drift.it.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Texts of the resources that say what is right. */
final class Expected {

    private Expected() {}

    static String text(String name) {
        try (InputStream file = Expected.class.getResourceAsStream("/expected/" + name + ".txt")) {
            return new String(requireNonNull(file, "no such text: " + name).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
