package dev.drift.terramate.hcl;

import java.util.List;
import java.util.Objects;

/** One step into a value. */
public sealed interface TraversalStep {

    /** Where it stands, its dot or brackets included. */
    SourceSpan span();

    /** {@code .name}. */
    record Member(String name, SourceSpan span) implements TraversalStep {
        public Member {
            Objects.requireNonNull(name, "name is null");
            Objects.requireNonNull(span, "span is null");
        }
    }

    /** {@code [key]}, or the old {@code .0}. */
    record Index(Expression key, SourceSpan span) implements TraversalStep {
        public Index {
            Objects.requireNonNull(key, "key is null");
            Objects.requireNonNull(span, "span is null");
        }
    }

    /**
     * {@code .*} or {@code [*]}.
     *
     * @param each the steps that are taken from every element. After {@code [*]} those are all that follow; after
     *     {@code .*} only names and old-style indexes, and steps behind those are taken from the resulting list
     */
    record Splat(List<TraversalStep> each, SourceSpan span) implements TraversalStep {
        public Splat {
            each = List.copyOf(each);
            Objects.requireNonNull(span, "span is null");
        }
    }
}
