package dev.drift.terramate.code;

import dev.drift.code.CodeException;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Which files of a directory make up a module. OpenTofu reads its own files as well, and lets {@code x.tofu} stand for
 * {@code x.tf}; overrides come last.
 */
final class ModuleFiles {

    private static final Pattern OVERRIDE = Pattern.compile("(.*_)?override\\.(tf|tofu)(\\.json)?");
    private static final Pattern VARIABLES = Pattern.compile("(terraform|.*\\.auto)\\.tfvars(\\.json)?");

    private ModuleFiles() {}

    /**
     * The names of everything in the directory that the tools may read as code or as values, sorted.
     *
     * @throws CodeException if the directory cannot be read
     */
    static Set<String> names(Path directory, String called) {
        Set<String> names = new TreeSet<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (!isIgnored(name) && !Files.isDirectory(entry)) {
                    names.add(name);
                }
            }
        } catch (IOException | DirectoryIteratorException unreadable) {
            throw new CodeException(called + ": The directory cannot be read", unreadable);
        }
        return names;
    }

    /** Those that are code for the tool, overrides behind what they override. */
    static List<String> code(Set<String> names, boolean tofu) {
        List<String> code = new ArrayList<>();
        for (String name : names) {
            boolean isTerraform = name.endsWith(".tf") || name.endsWith(".tf.json");
            if (tofu ? isTofu(name) || (isTerraform && !names.contains(asTofu(name))) : isTerraform) {
                code.add(name);
            }
        }
        code.sort(Comparator.comparing(ModuleFiles::isOverride).thenComparing(Comparator.naturalOrder()));
        return code;
    }

    /** Those that the tools read values of variables from by themselves. */
    static List<String> variables(Set<String> names) {
        return names.stream().filter(name -> VARIABLES.matcher(name).matches()).toList();
    }

    /** Whether one of the tools may read it as code. */
    static boolean isCode(String name) {
        return isTofu(name) || name.endsWith(".tf") || name.endsWith(".tf.json");
    }

    static boolean isTofu(String name) {
        return name.endsWith(".tofu") || name.endsWith(".tofu.json");
    }

    private static boolean isOverride(String name) {
        return OVERRIDE.matcher(name).matches();
    }

    private static String asTofu(String terraform) {
        return terraform.replaceFirst("\\.tf(\\.json)?$", ".tofu$1");
    }

    private static boolean isIgnored(String name) {
        return name.startsWith(".") || name.endsWith("~") || (name.startsWith("#") && name.endsWith("#"));
    }
}
