package dev.drift.terramate.project;

import dev.drift.catalog.CatalogException;
import dev.drift.config.Problems;
import dev.drift.terramate.hcl.Block;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the Terramate files of one directory say, imports included.
 *
 * @param directory the directory, absolute
 * @param blocks the blocks at the top of its files, what it imports first
 */
public record DirectoryBlocks(Path directory, List<Block> blocks) {

    public DirectoryBlocks {
        blocks = List.copyOf(blocks);
    }

    /**
     * The directory and those above it, from the root of the project down.
     *
     * @throws CatalogException if a file cannot be read or imported
     */
    public static List<DirectoryBlocks> downTo(Path root, Path directory) {
        ProjectFiles files = new ProjectFiles(root);
        Problems problems = new Problems();
        List<DirectoryBlocks> levels = new ArrayList<>();
        Path place = root;
        levels.add(read(place, files, problems));
        for (Path step : root.relativize(directory)) {
            if (!step.toString().isEmpty()) {
                place = place.resolve(step);
                levels.add(read(place, files, problems));
            }
        }
        if (!problems.isEmpty()) {
            throw new CatalogException(problems.all());
        }
        return levels;
    }

    private static DirectoryBlocks read(Path directory, ProjectFiles files, Problems problems) {
        Map<Path, ParsedFile> own = new LinkedHashMap<>();
        for (String name : ProjectWalk.root(directory, problems).terramateFiles()) {
            Path file = directory.resolve(name);
            ParsedFile parsed = files.read(file);
            parsed.problem().ifPresent(problems::add);
            own.put(file, parsed);
        }
        List<ParsedFile> all = new ArrayList<>(new Imports(files, problems).of(directory, own));
        all.addAll(own.values());
        return new DirectoryBlocks(
                directory,
                all.stream()
                        .flatMap(file -> file.body().stream())
                        .flatMap(body -> body.blocks().stream())
                        .toList());
    }
}
