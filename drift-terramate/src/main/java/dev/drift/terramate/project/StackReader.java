package dev.drift.terramate.project;

import dev.drift.config.Problems;
import dev.drift.stack.Stack;
import dev.drift.stack.StackId;
import dev.drift.stack.StackPath;
import dev.drift.stack.Tag;
import dev.drift.terramate.eval.HclValue;
import dev.drift.terramate.hcl.Attribute;
import dev.drift.terramate.hcl.Block;
import dev.drift.terramate.tag.TagSyntax;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a {@code stack} block. Labels mean nothing, and {@code null} is a value only where a list is asked for. */
final class StackReader {

    private static final Set<String> TEXTS =
            Set.of("id", "name", "description", "from_bundle_file", "from_bundle_label");
    private static final Set<String> LISTS = Set.of("tags", "after", "before", "wants", "wanted_by", "watch");

    private final Listing listing;
    private final Path root;
    private final Valuation valuation;
    private final Problems problems = new Problems();
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, List<String>> lists = new LinkedHashMap<>();

    StackReader(Listing listing, Path root) {
        this.listing = listing;
        this.root = root;
        this.valuation = Valuation.in(listing.directory());
    }

    /** What the block declares; empty if anything is wrong with it, which is then added to the problems. */
    Optional<StackDeclaration> read(Block block, String separators, Problems all) {
        block.body()
                .blocks()
                .forEach(nested -> problems.add(
                        nested.header().toString(), "Unknown block \"" + nested.type() + "\" in block \"stack\""));
        block.body().attributes().values().forEach(this::read);
        if (listing.path().indexOf('\uFFFD') >= 0) {
            problems.add(listing.path(), "The name of the directory cannot be read as text on this machine");
        }
        all.addAll(problems.all());
        return problems.isEmpty() ? Optional.of(declaration(block, separators)) : Optional.empty();
    }

    private StackDeclaration declaration(Block block, String separators) {
        StackPath path = StackPath.of(listing.path());
        String name = texts.getOrDefault("name", "");
        Stack stack = new Stack(
                path,
                Optional.ofNullable(texts.get("id")).filter(id -> !id.isEmpty()).map(StackId::of),
                name.isEmpty() ? directoryName() : name,
                texts.getOrDefault("description", ""),
                list("tags").stream().map(tag -> Tag.of(tag, separators)).toList(),
                listing.directory());
        return new StackDeclaration(
                stack,
                list("after"),
                list("before"),
                list("watch"),
                block.header().toString());
    }

    private String directoryName() {
        return listing.directory().getFileName() == null
                ? "/"
                : listing.directory().getFileName().toString();
    }

    private List<String> list(String name) {
        return lists.getOrDefault(name, List.of());
    }

    private void read(Attribute attribute) {
        if (TEXTS.contains(attribute.name())) {
            readText(attribute);
        } else if (LISTS.contains(attribute.name())) {
            readList(attribute);
        } else {
            problems.add(
                    attribute.nameSpan().toString(),
                    "Unknown attribute \"" + attribute.name() + "\" in block \"stack\"");
        }
    }

    private void readText(Attribute attribute) {
        HclValue value;
        try {
            value = valuation.valueOf(attribute.expression());
        } catch (NotKnownException unknown) {
            wrong(attribute, String.valueOf(unknown.getMessage()));
            return;
        }
        if (!(value instanceof HclValue.Text text)) {
            wrong(attribute, "must be a string, not " + value.kindName());
            return;
        }
        if (attribute.name().equals("id") && !text.value().isEmpty()) {
            try {
                StackId.of(text.value());
            } catch (IllegalArgumentException refused) {
                wrong(attribute, "is 1 to 64 letters, digits, '_' or '-', not \"" + text.value() + "\"");
            }
        }
        texts.put(attribute.name(), text.value());
    }

    private void readList(Attribute attribute) {
        Texts list = Texts.of(attribute.expression(), valuation);
        list.objections().forEach(objection -> wrong(attribute, objection));
        if (attribute.name().equals("tags")) {
            list.values()
                    .forEach(tag -> TagSyntax.objection(tag)
                            .ifPresent(objection -> wrong(attribute, "has \"" + tag + "\": " + objection)));
        }
        if (attribute.name().equals("watch")) {
            list.values().forEach(file -> checkWatch(attribute, file));
        }
        lists.put(attribute.name(), list.values());
    }

    /** A file that does not exist may come to be; anything but a file inside of the project is a mistake. */
    private void checkWatch(Attribute attribute, String written) {
        Path file = written.startsWith("/")
                ? root.resolve(written.replaceAll("^/+", "")).normalize()
                : listing.directory().resolve(written).normalize();
        if (!file.startsWith(root)) {
            wrong(attribute, "watches \"" + written + "\" outside of the project");
        } else if (Files.exists(file) && !Files.isRegularFile(file)) {
            wrong(attribute, "watches \"" + written + "\", which is no regular file");
        }
    }

    private void wrong(Attribute attribute, String objection) {
        problems.add(
                attribute.expression().span().toString(),
                "\"" + attribute.name() + "\" of stack " + listing.path() + " " + objection);
    }
}
