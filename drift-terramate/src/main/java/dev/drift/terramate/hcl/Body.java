package dev.drift.terramate.hcl;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The content of a file or of a block.
 *
 * @param attributes by name, in the order written
 * @param blocks in the order written
 * @param span from the opening brace to the closing one, or the whole file
 */
public record Body(Map<String, Attribute> attributes, List<Block> blocks, SourceSpan span) {

    public Body {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        blocks = List.copyOf(blocks);
        Objects.requireNonNull(span, "span is null");
    }

    /** The attribute of that name, if it is set here. */
    public Optional<Attribute> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    /** Every block of that type that stands directly in this body, in the order written. */
    public List<Block> blocks(String type) {
        return blocks.stream().filter(block -> block.type().equals(type)).toList();
    }
}
