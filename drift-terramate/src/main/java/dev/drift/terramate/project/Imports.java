package dev.drift.terramate.project;

import dev.drift.config.Problems;
import dev.drift.terramate.hcl.Block;
import dev.drift.terramate.hcl.Body;
import dev.drift.terramate.hcl.Expression;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Follows the imports of one directory. An imported file never makes a stack; it matters here because a broken import makes
 * Terramate refuse the whole project.
 */
final class Imports {

    private final ProjectFiles files;
    private final Problems problems;
    private final List<ParsedFile> imported = new ArrayList<>();
    private final Set<Path> chain = new HashSet<>();

    Imports(ProjectFiles files, Problems problems) {
        this.files = files;
        this.problems = problems;
    }

    /** Everything that the files of a directory import, directly or not, innermost first. */
    List<ParsedFile> of(Path directory, Map<Path, ParsedFile> own) {
        follow(directory, own, Set.of());
        return imported;
    }

    private void follow(Path directory, Map<Path, ParsedFile> own, Set<Path> importers) {
        Set<Path> known = new HashSet<>(own.keySet());
        known.addAll(importers);
        for (ParsedFile file : own.values()) {
            for (Block block : file.body().map(Body::blocks).orElse(List.of())) {
                if (block.type().equals("import")) {
                    follow(directory, block, own.keySet(), known);
                }
            }
        }
    }

    private void follow(Path directory, Block block, Set<Path> importers, Set<Path> known) {
        if (block.body().attribute("source").isEmpty()) {
            return;
        }
        Expression expression = block.body().attribute("source").get().expression();
        String where = expression.span().toString();
        String source = Valuation.CONSTANTS.textOf(expression).orElse("");
        if (source.isEmpty()) {
            problems.add(where, "\"import.source\" must be a constant that names a file");
            return;
        }
        for (Path file : matches(directory, source, where)) {
            if (!known.add(file) || !chain.add(file)) {
                problems.add(where, "\"" + source + "\" imports a file that is already read: " + files.name(file));
            } else {
                read(file, source, where, importers);
                chain.remove(file);
            }
        }
    }

    private List<Path> matches(Path directory, String source, String where) {
        Path folder = folder(directory, source);
        if (folder.equals(directory)) {
            problems.add(where, "\"" + source + "\" imports from its own directory");
            return List.of();
        }
        // Terramate compares texts, not names: /stacks may not be imported from by /stacks-eu either.
        if (directory.toString().startsWith(folder.toString())) {
            problems.add(where, "\"" + source + "\" imports from a directory above its own");
            return List.of();
        }
        try {
            List<Path> matches =
                    FileGlob.matches(folder.resolve(baseName(source)).normalize());
            if (matches.isEmpty()) {
                problems.add(where, "\"" + source + "\" matches no file");
            }
            return matches;
        } catch (IllegalArgumentException broken) {
            problems.add(where, "\"" + source + "\" is no pattern of file names");
            return List.of();
        }
    }

    private void read(Path file, String source, String where, Set<Path> importers) {
        if (!file.startsWith(files.root())) {
            problems.add(where, "\"" + source + "\" imports from outside of the project");
            return;
        }
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            problems.add(where, "\"" + source + "\" imports a directory: " + files.name(file));
            return;
        }
        ParsedFile parsed = files.read(file);
        parsed.problem().ifPresent(problems::add);
        Map<Path, ParsedFile> own = new LinkedHashMap<>();
        own.put(file, parsed);
        follow(file.resolveSibling("").normalize(), own, importers);
        boolean stack =
                parsed.body().filter(body -> !body.blocks("stack").isEmpty()).isPresent();
        if (stack) {
            problems.add(where, "\"" + source + "\" imports a stack block from " + files.name(file));
        }
        imported.add(parsed);
    }

    private Path folder(Path directory, String source) {
        int slash = source.lastIndexOf('/');
        String folder = slash < 0 ? "" : source.substring(0, slash);
        return source.startsWith("/")
                ? files.root().resolve(folder.replaceAll("^/+", "")).normalize()
                : directory.resolve(folder).normalize();
    }

    private static String baseName(String source) {
        String trimmed = source.replaceAll("/+$", "");
        return trimmed.substring(trimmed.lastIndexOf('/') + 1);
    }
}
