package dev.drift.aws.testing;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * What a JVM needs to be a scripted provider at once. Tests start hundreds of them, and a JVM that finds its classes in an archive is
 * there in half the time. The archive is made once for all tests of this JVM; where it cannot be made, classes are loaded one by one.
 */
final class ScriptedArchive {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    /** Hurried, and silent on the standard output, where the handshake goes. */
    private static final List<String> MANNERS =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m", "-Xlog:disable");

    private static final long PATIENCE_SECONDS = 120;

    private static final List<String> WORDS = words();

    private ScriptedArchive() {}

    /** The command of a JVM, up to the class it runs. */
    static List<String> command() {
        return WORDS;
    }

    private static List<String> words() {
        try {
            Path folder = Files.createTempDirectory("scripted");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
            List<String> classes = List.of("-cp", classPath(folder));
            Path archive = folder.resolve("archive.jsa");
            return rehearse(folder, archive, classes)
                    ? command(List.of("-XX:SharedArchiveFile=" + archive, "-Xshare:auto"), classes)
                    : command(List.of(), classes);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static boolean rehearse(Path folder, Path archive, List<String> classes) throws IOException {
        List<String> words =
                new ArrayList<>(command(List.of("-XX:ArchiveClassesAtExit=" + archive, "-Xshare:auto"), classes));
        words.add(ScriptedRehearsal.class.getName());
        words.add(folder.toString());
        Process rehearsal = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        try {
            return rehearsal.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    && rehearsal.exitValue() == 0
                    && Files.exists(archive);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            rehearsal.destroyForcibly();
        }
    }

    private static List<String> command(List<String> options, List<String> classes) {
        return Stream.of(Stream.of(JAVA), options.stream(), MANNERS.stream(), classes.stream())
                .flatMap(words -> words)
                .toList();
    }

    /** That of this JVM, with jars in place of folders, which cannot be archived. */
    private static String classPath(Path folder) throws IOException {
        List<String> jars = new ArrayList<>();
        List<Path> folders = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path path = Path.of(entry);
            if (!entry.isEmpty() && Files.isDirectory(path)) {
                folders.add(path);
            } else if (Files.isRegularFile(path)) {
                jars.add(entry);
            }
        }
        Path ours = folder.resolve("classes.jar");
        pack(folders, ours);
        jars.add(0, ours.toString());
        return String.join(File.pathSeparator, jars);
    }

    private static void pack(List<Path> folders, Path jar) throws IOException {
        Set<String> packed = new LinkedHashSet<>();
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            out.setLevel(0);
            for (Path folder : folders) {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path each : files.filter(Files::isRegularFile).toList()) {
                        String name = folder.relativize(each).toString().replace(File.separatorChar, '/');
                        if (packed.add(name)) {
                            out.putNextEntry(new JarEntry(name));
                            Files.copy(each, out);
                            out.closeEntry();
                        }
                    }
                }
            }
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException stays) {
            // It lies in the folder for temporary files.
        }
    }
}
