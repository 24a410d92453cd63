package dev.drift.aws;

import dev.drift.diagnosis.RuleBook;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Facts about resource types, kept as text beside this class: a type a line, then what a rule book says of it. */
final class Facts {

    private Facts() {}

    /** Writes the facts of one file into a book. */
    static void write(RuleBook.Builder book, String name) {
        try (InputStream file = Facts.class.getResourceAsStream(name);
                BufferedReader lines = new BufferedReader(new InputStreamReader(
                        Objects.requireNonNull(file, name + " is missing"), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    int end = line.indexOf(' ');
                    book.facts(end < 0 ? line : line.substring(0, end), end < 0 ? "" : line.substring(end + 1));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
