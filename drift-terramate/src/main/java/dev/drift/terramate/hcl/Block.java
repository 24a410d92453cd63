package dev.drift.terramate.hcl;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * {@code type "label" { ... }} in a body.
 *
 * @param type the word it begins with
 * @param labels in order, quoted or bare, escapes resolved
 * @param body what stands between the braces
 * @param header the type and the labels
 * @param span all of it, from the type to the closing brace
 */
public record Block(String type, List<String> labels, Body body, SourceSpan header, SourceSpan span) {

    public Block {
        Objects.requireNonNull(type, "type is null");
        labels = List.copyOf(labels);
        Objects.requireNonNull(body, "body is null");
        Objects.requireNonNull(header, "header is null");
        Objects.requireNonNull(span, "span is null");
    }

    /** The label at a place, from 0. */
    public Optional<String> label(int index) {
        return index < labels.size() ? Optional.of(labels.get(index)) : Optional.empty();
    }
}
