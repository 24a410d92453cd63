package dev.drift.terramate.project;

import dev.drift.config.Problem;
import dev.drift.config.Problems;
import dev.drift.terramate.hcl.Block;
import dev.drift.terramate.hcl.Body;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the Terramate files of one directory say together, imports included.
 *
 * @param listing the directory
 * @param stack its stack block, if it has one
 * @param settings its {@code terramate} blocks, what it imports first
 * @param problems everything that is wrong in it
 */
record Configuration(Listing listing, Optional<Block> stack, List<Block> settings, List<Problem> problems) {

    Configuration {
        settings = List.copyOf(settings);
        problems = List.copyOf(problems);
    }

    /** Reads a directory; {@code experiments} are those of the project's root. */
    static Configuration of(Listing listing, ProjectFiles files, Set<String> experiments) {
        Problems problems = new Problems();
        listing.bundleFiles().forEach(name -> problems.add(listing.name(name), Bundles.NOT_UNDERSTOOD));
        Map<Path, ParsedFile> own = new LinkedHashMap<>();
        for (String name : listing.terramateFiles()) {
            Path file = listing.directory().resolve(name);
            ParsedFile parsed = ParsedFile.of(file, listing.name(name));
            parsed.problem().ifPresent(problems::add);
            own.put(file, parsed);
        }
        List<ParsedFile> all = new ArrayList<>(new Imports(files, problems).of(listing.directory(), own));
        List<Block> stacks = own.values().stream()
                .flatMap(file -> file.body().stream())
                .flatMap(body -> body.blocks("stack").stream())
                .toList();
        all.addAll(own.values());
        List<SourcedBlock> blocks = blocks(all, problems);
        List<Block> settings = blocks.stream()
                .map(SourcedBlock::block)
                .filter(block -> block.type().equals("terramate"))
                .toList();
        new Schema(listing.path(), ProjectSettings.experiments(settings).orElse(experiments), problems).check(blocks);
        return new Configuration(listing, stacks.stream().findFirst(), settings, problems.all());
    }

    private static List<SourcedBlock> blocks(List<ParsedFile> files, Problems problems) {
        List<SourcedBlock> blocks = new ArrayList<>();
        for (ParsedFile file : files) {
            if (file.body().isPresent()) {
                Body body = file.body().get();
                body.attributes()
                        .values()
                        .forEach(attribute -> problems.add(
                                attribute.nameSpan().toString(),
                                "Unknown attribute \"" + attribute.name()
                                        + "\": only blocks stand at the top of a file"));
                body.blocks().forEach(block -> blocks.add(new SourcedBlock(block, file.directory())));
            }
        }
        return blocks;
    }
}
