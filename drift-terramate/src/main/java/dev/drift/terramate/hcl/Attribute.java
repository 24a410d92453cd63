package dev.drift.terramate.hcl;

import java.util.Objects;

/**
 * {@code name = expression} in a body.
 *
 * @param name as written
 * @param expression the right side
 * @param nameSpan the name alone
 * @param span the whole definition
 */
public record Attribute(String name, Expression expression, SourceSpan nameSpan, SourceSpan span) {

    public Attribute {
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(expression, "expression is null");
        Objects.requireNonNull(nameSpan, "nameSpan is null");
        Objects.requireNonNull(span, "span is null");
    }
}
