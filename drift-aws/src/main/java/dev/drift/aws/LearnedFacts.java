package dev.drift.aws;

import dev.drift.diagnosis.RuleBook;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the schemas of other provider versions say, kept from earlier runs (issue 4). Of a type the book does not know all of it
 * is believed; of one it knows, only what makes the judge look closer or hide more: sets and secrets. That an attribute is
 * computed may be true of another version alone.
 */
final class LearnedFacts {

    private static final String OF_THE_BOOK = "5.100.0";
    private static final Pattern CAUTIOUS = Pattern.compile("(?:set|secret):(?: [^ :]+(?=$| ))+");

    private LearnedFacts() {}

    /** Whether there is anything to learn in a cache. What cannot be read teaches nothing. */
    static List<Path> files(Path cache) {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> listed = Files.newDirectoryStream(cache.resolve("schemas"), "*.facts")) {
            listed.forEach(files::add);
        } catch (IOException nothingLearned) {
            return List.of();
        }
        files.removeIf(file -> file.getFileName().toString().contains(OF_THE_BOOK));
        files.sort(null);
        return files;
    }

    /** Adds what a file says to a book that says already what another one says. */
    static void write(RuleBook.Builder book, RuleBook known, Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException unreadable) {
            return;
        }
        for (String line : lines) {
            String[] parts = line.split(" ", 2);
            if (parts.length == 2) {
                book.facts(parts[0], known.knows(parts[0]) ? cautious(parts[1]) : parts[1]);
            }
        }
    }

    private static String cautious(String facts) {
        StringBuilder kept = new StringBuilder();
        Matcher sections = CAUTIOUS.matcher(facts);
        while (sections.find()) {
            kept.append(kept.isEmpty() ? "" : " ").append(sections.group());
        }
        return kept.toString();
    }
}
