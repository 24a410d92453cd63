package dev.drift.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;

/**
 * Meets the classes that commands need, so that the archive of classes that the build makes of this process holds them: half a
 * second of a core for every run that speaks with Terramate Cloud, and more for one that looks at stacks. Never run by users.
 */
final class Rehearsal {

    /** What is ours, and what speaks with others; of everything else there is more than any command needs. */
    private static final List<String> MET = List.of(
            "dev/drift/",
            "okhttp3/",
            "okio/",
            "io/github/resilience4j/",
            "io/grpc/",
            "io/netty/",
            "com/google/protobuf/");

    private static final String CLASS = ".class";

    private Rehearsal() {}

    /** Reads the jar that the first argument names, then runs the command that the others are. */
    public static void main(String[] arguments) throws IOException {
        try (JarFile jar = new JarFile(Path.of(arguments[0]).toFile())) {
            jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.endsWith(CLASS) && MET.stream().anyMatch(name::startsWith))
                    .forEach(name -> meet(
                            name.substring(0, name.length() - CLASS.length()).replace('/', '.')));
        }
        Main.main(List.of(arguments).subList(1, arguments.length).toArray(String[]::new));
    }

    private static void meet(String name) {
        try {
            Class.forName(name, false, Rehearsal.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError notForThisPlatform) {
            // Libraries hold classes for other platforms, which nothing here will need.
        }
    }
}
