package dev.drift.terramate.eval;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Functions of file names and files, relative to one directory. Names follow the rules of Unix everywhere. */
final class FileFunctions {

    private static final int LARGEST_FILE = 1024 * 1024;

    private final Path directory;

    private FileFunctions(Path directory) {
        this.directory = directory.toAbsolutePath().normalize();
    }

    static List<HclFunction> below(Path directory) {
        FileFunctions files = new FileFunctions(directory);
        return List.of(
                HclFunction.of("tm_basename", 1, a -> HclValue.of(baseName(a.text(0)))),
                HclFunction.of("tm_dirname", 1, a -> HclValue.of(directoryName(a.text(0)))),
                HclFunction.of("tm_abspath", 1, a -> HclValue.of(files.absolute(a.text(0)))),
                HclFunction.of("tm_file", 1, a -> HclValue.of(files.content(a.text(0)))),
                HclFunction.of("tm_fileexists", 1, a -> HclValue.of(files.exists(a.text(0)))));
    }

    private static String baseName(String name) {
        String trimmed = withoutTrailingSlashes(name);
        if (trimmed.isEmpty()) {
            return name.isEmpty() ? "." : "/";
        }
        return trimmed.substring(trimmed.lastIndexOf('/') + 1);
    }

    private static String withoutTrailingSlashes(String name) {
        int end = name.length();
        while (end > 0 && name.charAt(end - 1) == '/') {
            end--;
        }
        return name.substring(0, end);
    }

    private static String directoryName(String name) {
        return clean(name.substring(0, name.lastIndexOf('/') + 1));
    }

    /** The shortest name of the same place, {@code .} for the empty one. */
    private static String clean(String name) {
        boolean rooted = name.startsWith("/");
        List<String> kept = new ArrayList<>();
        for (String part : name.split("/", -1)) {
            boolean up = part.equals("..");
            boolean canGoUp = !kept.isEmpty() && !kept.get(kept.size() - 1).equals("..");
            if (up && canGoUp) {
                kept.remove(kept.size() - 1);
            } else if (!part.isEmpty() && !part.equals(".") && !(up && rooted)) {
                kept.add(part);
            }
        }
        String path = String.join("/", kept);
        return rooted ? "/" + path : path.isEmpty() ? "." : path;
    }

    private String absolute(String name) {
        return clean(name.startsWith("/") ? name : directory.toString().replace('\\', '/') + "/" + name);
    }

    private String content(String name) {
        Path file = resolved(name);
        if (!Files.isRegularFile(file)) {
            throw new Refusal("there is no file " + name);
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST_FILE + 1);
            if (bytes.length > LARGEST_FILE) {
                throw Refusal.limit("the file " + name + " is larger than the " + LARGEST_FILE + " bytes allowed");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Refusal("the file " + name + " is not UTF-8 text");
        } catch (IOException e) {
            throw new Refusal("the file " + name + " cannot be read");
        }
    }

    private boolean exists(String name) {
        Path file = resolved(name);
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new Refusal(name + " is not a regular file");
        }
        return Files.exists(file);
    }

    private Path resolved(String name) {
        if (name.startsWith("~")) {
            throw Refusal.limit("names that begin in a home directory are not evaluated here");
        }
        try {
            return directory.resolve(name);
        } catch (InvalidPathException e) {
            throw new Refusal("this is not the name of a file");
        }
    }
}
