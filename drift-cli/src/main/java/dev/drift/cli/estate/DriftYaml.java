package dev.drift.cli.estate;

import dev.drift.config.InvalidConfigException;
import dev.drift.config.Problem;
import dev.drift.config.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds and reads {@code drift.yaml}. */
public final class DriftYaml {

    /** What the file is called. */
    public static final String NAME = "drift.yaml";

    private static final Pattern PLACE = Pattern.compile(".*:([0-9]+):([0-9]+)");
    private static final int MOST_BYTES = 1_048_576;

    private DriftYaml() {}

    /**
     * The file that holds for a directory: in it, or in the nearest one above it up to the root of its git repository. Outside a
     * repository only the directory itself counts.
     */
    public static Optional<Path> above(Path directory) {
        Path nearest = directory.toAbsolutePath().normalize();
        Optional<Path> found = Optional.empty();
        for (Path folder = nearest; folder != null; folder = folder.getParent()) {
            Path file = folder.resolve(NAME);
            if (found.isEmpty() && Files.exists(file)) {
                found = Optional.of(file);
            }
            if (Files.exists(folder.resolve(".git"))) {
                return found;
            }
        }
        return found.filter(file -> nearest.equals(file.getParent()));
    }

    /** Whether a directory lies in a git repository: then that there is no file above it says that there is none. */
    public static boolean isInRepository(Path directory) {
        return repository(directory).isPresent();
    }

    private static Optional<Path> repository(Path directory) {
        Path folder = directory.toAbsolutePath().normalize();
        while (folder != null && !Files.exists(folder.resolve(".git"))) {
            folder = folder.getParent();
        }
        return Optional.ofNullable(folder);
    }

    /** Where its relative folders are taken from, wherever one stands: the root of its repository, else its own folder. */
    private static Path start(Path file) {
        Path own = file.toAbsolutePath().normalize().resolveSibling("");
        return repository(own).orElse(own);
    }

    /**
     * What the file says. A relative folder below {@code audit} or {@code memory} is one of the repository of the file, from its
     * root, and without a repository one beside the file.
     *
     * @param name what it is called in messages
     * @throws InvalidConfigException with every problem, each at {@code name:line:column}
     */
    public static DriftFile read(String name, Path file) {
        Problems problems = new Problems();
        Optional<Node> root = new YamlReader(name, problems).read(text(name, file));
        if (root.isEmpty() && problems.isEmpty()) {
            problems.add(name, "The file says nothing");
        }
        DriftFile read = root.map(node -> new FileReader(name, start(file), node, problems).file())
                .orElse(DriftFile.NONE);
        if (!problems.isEmpty()) {
            throw new InvalidConfigException(problems.all().stream()
                    .sorted(Comparator.comparingLong(DriftYaml::position))
                    .toList());
        }
        return read;
    }

    /** Where a problem stands, so that they are read from top to bottom. */
    private static long position(Problem problem) {
        Matcher place = PLACE.matcher(problem.where());
        return place.matches() ? Long.parseLong(place.group(1)) * MOST_BYTES + Long.parseLong(place.group(2)) : 0;
    }

    private static String text(String name, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw InvalidConfigException.of(Problem.at(name, "The file is larger than a mebibyte"));
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException noText) {
            throw InvalidConfigException.of(Problem.at(name, "The file is not written in UTF-8"));
        } catch (IOException unreadable) {
            throw InvalidConfigException.of(Problem.at(name, "The file cannot be read"));
        }
    }
}
