package dev.drift.aws.shared;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the newest schema of the AWS provider that earlier runs came across says of its types. */
public final class SeenTypes {

    private static final Pattern NAME = Pattern.compile(".*_hashicorp_aws_(\\d+(?:\\.\\d+)*)\\.facts");

    private SeenTypes() {}

    /**
     * The facts of each type as a rule book's builder takes them, sorted by type; none if no schema was seen yet.
     *
     * @param cache the cache of the {@link SharedSettings}
     */
    public static Map<String, String> in(Path cache) {
        Map<String, String> facts = new TreeMap<>();
        for (String line : newest(cache.resolve(Schemas.FOLDER))) {
            int end = line.indexOf(' ');
            facts.put(end < 0 ? line : line.substring(0, end), end < 0 ? "" : line.substring(end + 1));
        }
        return Collections.unmodifiableMap(facts);
    }

    private static List<String> newest(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            Path newest = files.filter(
                            file -> NAME.matcher(file.getFileName().toString()).matches())
                    .max(Comparator.comparing(SeenTypes::version, Arrays::compare))
                    .orElse(folder);
            return newest.equals(folder) ? List.of() : Files.readAllLines(newest, UTF_8);
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private static int[] version(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        return name.matches()
                ? Stream.of(name.group(1).split("\\.", -1))
                        .mapToInt(number -> Integer.parseInt(number.substring(0, Math.min(number.length(), 9))))
                        .toArray()
                : new int[0];
    }
}
