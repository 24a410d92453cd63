package dev.drift.it.estate;

import static java.util.Objects.requireNonNull;

import dev.drift.it.tools.Command;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The estate's git repository, checked out. */
public final class Checkout {

    private final Path root;

    private Checkout(Path root) {
        this.root = root;
    }

    /** Copies the estate of the test resources and makes its first commit. */
    static Checkout create(Path root) throws IOException, InterruptedException {
        Path source = source();
        try (Stream<Path> paths = Files.walk(source)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Path target = root.resolve(source.relativize(path).toString());
                // Under its real name the file would rule over the resources themselves.
                Files.copy(path, target.endsWith("gitignore") ? target.resolveSibling(".gitignore") : target);
            }
        }
        Checkout checkout = new Checkout(root);
        checkout.git("init", "--quiet", "--initial-branch=main");
        checkout.commit("Describe the estate");
        return checkout;
    }

    public Path root() {
        return root;
    }

    Path stack(String path) {
        return root.resolve("stacks").resolve(path);
    }

    /** Changes one place of a file, which must hold it exactly once. */
    void replace(String file, String before, String after) throws IOException {
        Path path = root.resolve(file);
        String text = Files.readString(path);
        if (!text.contains(before) || text.indexOf(before) != text.lastIndexOf(before)) {
            throw new IOException("%s does not say exactly once: %s".formatted(file, before));
        }
        Files.writeString(path, text.replace(before, after));
    }

    void commit(String message) throws IOException, InterruptedException {
        git("add", "--all");
        git("-c", "user.name=Estate", "-c", "user.email=estate@example.org", "commit", "--quiet", "--message", message);
    }

    /** What git sees as changed, ignored files included. */
    public String status() throws IOException, InterruptedException {
        return git("status", "--porcelain", "--ignored");
    }

    /** Every file and folder with size and time of change, {@code .git} left out: equal means nobody wrote here. */
    public SortedMap<String, String> listing() throws IOException {
        SortedMap<String, String> listing = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                if (!path.startsWith(root.resolve(".git"))) {
                    var facts = Files.readAttributes(path, "size,lastModifiedTime", LinkOption.NOFOLLOW_LINKS);
                    listing.put(root.relativize(path).toString(), facts.toString());
                }
            }
        }
        return listing;
    }

    private String git(String... words) throws IOException, InterruptedException {
        return Command.of(
                        Stream.concat(Stream.of("git"), List.of(words).stream()).toArray())
                .in(root)
                .output();
    }

    private static Path source() throws IOException {
        URL resource = requireNonNull(Checkout.class.getResource("/estate"), "the resources hold no estate");
        try {
            return Path.of(resource.toURI());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }
}
