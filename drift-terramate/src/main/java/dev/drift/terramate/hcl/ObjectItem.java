package dev.drift.terramate.hcl;

import java.util.Objects;

/**
 * One entry of an object.
 *
 * @param key a bare word is a {@link Expression.Template} of that text; a computed key stands in
 *     {@link Expression.Parentheses}
 * @param value what the key maps to
 */
public record ObjectItem(Expression key, Expression value) {

    public ObjectItem {
        Objects.requireNonNull(key, "key is null");
        Objects.requireNonNull(value, "value is null");
    }
}
