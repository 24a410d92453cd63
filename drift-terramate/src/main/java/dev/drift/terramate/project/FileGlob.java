package dev.drift.terramate.project;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Files that an import names: {@code *}, {@code ?} and {@code [a-z]} stand for something within one name. */
final class FileGlob {

    private FileGlob() {}

    /**
     * What lies there, sorted by name.
     *
     * @throws IllegalArgumentException if a name is no pattern
     */
    static List<Path> matches(Path pattern) {
        List<Path> found = List.of(pattern.getRoot());
        for (Path name : pattern) {
            List<Path> next = new ArrayList<>();
            found.forEach(place -> next.addAll(below(place, name.toString())));
            found = next;
        }
        return found;
    }

    private static List<Path> below(Path place, String name) {
        Path literal = place.resolve(name);
        if (Files.exists(literal, LinkOption.NOFOLLOW_LINKS)) {
            return List.of(literal);
        }
        if (!name.matches(".*[*?\\[\\\\].*")) {
            return List.of();
        }
        Pattern pattern = pattern(name);
        List<Path> matches = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(place)) {
            for (Path entry : entries) {
                if (pattern.matcher(entry.getFileName().toString()).matches()) {
                    matches.add(entry);
                }
            }
        } catch (IOException | DirectoryIteratorException unreadable) {
            return List.of();
        }
        matches.sort(null);
        return matches;
    }

    private static Pattern pattern(String glob) {
        StringBuilder regex = new StringBuilder();
        boolean inClass = false;
        for (int at = 0; at < glob.length(); at++) {
            char letter = glob.charAt(at);
            if (letter == '\\' && at + 1 < glob.length()) {
                regex.append(Pattern.quote(String.valueOf(glob.charAt(++at))));
            } else if (inClass) {
                inClass = letter != ']';
                regex.append(letter == '[' || letter == '&' ? "\\" : "").append(letter);
            } else if (letter == '[') {
                inClass = true;
                regex.append(letter);
            } else {
                regex.append(letter == '*' ? ".*" : letter == '?' ? "." : Pattern.quote(String.valueOf(letter)));
            }
        }
        try {
            return Pattern.compile(regex.toString(), Pattern.DOTALL);
        } catch (PatternSyntaxException broken) {
            throw new IllegalArgumentException("\"" + glob + "\" is no pattern", broken);
        }
    }
}
