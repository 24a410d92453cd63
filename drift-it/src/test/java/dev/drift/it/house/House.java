package dev.drift.it.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A folder of modules, as Maven lays them out: the real checkout, or one generated to break a rule. */
record House(Path root) {

    static final String FRONT_DOOR = "dev.drift";

    /** The rooms of drift-core in the order in which they may import each other (design 3). */
    static final List<String> ROOMS = List.of(
            "config",
            "file",
            "value",
            "stack",
            "estate",
            "timetable",
            "code",
            "catalog",
            "observation",
            "diagnosis",
            "detection",
            "history",
            "report",
            "preview",
            "render",
            "sink",
            "audit",
            "alert",
            "provision");

    /** Rooms that are drawn but not yet furnished. */
    static final List<String> LATER_ROOMS = List.of();

    static final List<String> ADAPTERS = List.of("terramate", "aws", "github");

    /** Adapters that are drawn but not yet in the reactor. */
    static final List<String> LATER_ADAPTERS = List.of();

    static final List<String> PUBLISHED =
            List.of("drift-core", "drift-terramate", "drift-aws", "drift-github", "drift-cli");

    /** The checkout this test runs in, found from the folder it was started in upwards. */
    static House checkout() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("drift-core"))) {
            folder = Objects.requireNonNull(folder.getParent(), "no checkout above the working directory");
        }
        return new House(folder);
    }

    /** The compiled main classes of all published modules. */
    JavaClasses classes() {
        return compiled("classes");
    }

    /** The compiled tests of all published modules, contract tests and in-memory siblings among them. */
    JavaClasses testClasses() {
        return compiled("test-classes");
    }

    /** The Java files of the published modules below {@code src/main/java}, sorted. */
    List<Path> mainSources() {
        return sources(PUBLISHED, "main");
    }

    /** The Java files of all modules below {@code src/test/java}, sorted. */
    List<Path> testSources() {
        return Stream.of(sources(PUBLISHED, "test"), sources(List.of("drift-it"), "test"))
                .flatMap(List::stream)
                .toList();
    }

    /** The first word after {@code dev.drift.}: a room, an adapter, {@code cli}; empty for the front door. */
    static String partOf(JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith(FRONT_DOOR + ".")) {
            return "";
        }
        return name.substring(FRONT_DOOR.length() + 1).split("\\.", 2)[0];
    }

    static boolean isOurs(JavaClass type) {
        return type.getPackageName().equals(FRONT_DOOR) || type.getPackageName().startsWith(FRONT_DOOR + ".");
    }

    static boolean isFrontDoor(JavaClass type) {
        return type.getPackageName().equals(FRONT_DOOR);
    }

    static boolean isCore(JavaClass type) {
        return isFrontDoor(type) || ROOMS.contains(partOf(type));
    }

    /** The module whose class file this is; empty for a class that came from a library. */
    static String moduleOf(JavaClass type) {
        String place = type.getSource().map(source -> source.getUri().getPath()).orElse("");
        return PUBLISHED.stream()
                .filter(module -> place.contains("/" + module + "/target/"))
                .findFirst()
                .orElse("");
    }

    private JavaClasses compiled(String kind) {
        List<Path> folders = PUBLISHED.stream()
                .map(module -> root.resolve(module).resolve("target").resolve(kind))
                .filter(Files::isDirectory)
                .toList();
        return new ClassFileImporter().importPaths(folders);
    }

    private List<Path> sources(List<String> modules, String kind) {
        return modules.stream()
                .map(module -> root.resolve(module).resolve("src").resolve(kind).resolve("java"))
                .filter(Files::isDirectory)
                .flatMap(folder -> javaFiles(folder).stream())
                .toList();
    }

    private static List<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
