package dev.drift.terramate.hcl;

import java.util.List;
import java.util.Objects;

/** A piece of a template. */
public sealed interface TemplatePart {

    /** Where it stands. */
    SourceSpan span();

    /** Text, escapes resolved; may be empty where a strip marker took all of it. */
    record Text(String text, SourceSpan span) implements TemplatePart {
        public Text {
            Objects.requireNonNull(text, "text is null");
            Objects.requireNonNull(span, "span is null");
        }
    }

    /** <code>${expression}</code>. */
    record Interpolation(Expression expression, SourceSpan span) implements TemplatePart {
        public Interpolation {
            Objects.requireNonNull(expression, "expression is null");
            Objects.requireNonNull(span, "span is null");
        }
    }

    /** <code>%{if condition} then %{else} otherwise %{endif}</code>. */
    record If(Expression condition, List<TemplatePart> then, List<TemplatePart> otherwise, SourceSpan span)
            implements TemplatePart {
        public If {
            Objects.requireNonNull(condition, "condition is null");
            then = List.copyOf(then);
            otherwise = List.copyOf(otherwise);
            Objects.requireNonNull(span, "span is null");
        }
    }

    /** <code>%{for v in list} body %{endfor}</code>. */
    record For(Iteration iteration, List<TemplatePart> body, SourceSpan span) implements TemplatePart {
        public For {
            Objects.requireNonNull(iteration, "iteration is null");
            body = List.copyOf(body);
            Objects.requireNonNull(span, "span is null");
        }
    }
}
