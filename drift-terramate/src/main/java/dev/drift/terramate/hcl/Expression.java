package dev.drift.terramate.hcl;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An expression as written, not evaluated. How deep expressions stand in each other is bounded by
 * {@link HclLimits#nesting()}: chains of operators and of {@code .name} steps are kept flat, so it is safe to walk the
 * tree by recursion.
 */
public sealed interface Expression {

    /** Where it stands. */
    SourceSpan span();

    /** The text, if this is a quoted string or heredoc that consists of nothing but text. */
    default Optional<String> literalText() {
        return Optional.empty();
    }

    /** The word {@code null}. */
    record NullLiteral(SourceSpan span) implements Expression {
        public NullLiteral {
            Objects.requireNonNull(span, "span is null");
        }
    }

    /** The words {@code true} and {@code false}. */
    record BooleanLiteral(boolean value, SourceSpan span) implements Expression {
        public BooleanLiteral {
            Objects.requireNonNull(span, "span is null");
        }
    }

    /** A decimal number; a sign in front is a {@link Negation} of its own. */
    record NumberLiteral(BigDecimal value, SourceSpan span) implements Expression {
        public NumberLiteral {
            Objects.requireNonNull(value, "value is null");
            Objects.requireNonNull(span, "span is null");
        }
    }

    /**
     * A quoted string or heredoc. Escapes, strip markers and the indentation of {@code <<-} are already resolved.
     *
     * @param parts in order; empty for the empty string; never two texts side by side
     */
    record Template(List<TemplatePart> parts, SourceSpan span) implements Expression {
        public Template {
            parts = List.copyOf(parts);
            Objects.requireNonNull(span, "span is null");
        }

        @Override
        public Optional<String> literalText() {
            if (parts.isEmpty()) {
                return Optional.of("");
            }
            return parts.size() == 1 && parts.get(0) instanceof TemplatePart.Text literal
                    ? Optional.of(literal.text())
                    : Optional.empty();
        }
    }

    /** A bare name. */
    record Variable(String name, SourceSpan span) implements Expression {
        public Variable {
            Objects.requireNonNull(name, "name is null");
            Objects.requireNonNull(span, "span is null");
        }
    }

    /**
     * Steps into the value of another expression, such as {@code local.tags["a"]}.
     *
     * @param root what the first step is taken from; never itself a traversal
     * @param steps at least one
     */
    record Traversal(Expression root, List<TraversalStep> steps, SourceSpan span) implements Expression {
        public Traversal {
            Objects.requireNonNull(root, "root is null");
            steps = List.copyOf(steps);
            Objects.requireNonNull(span, "span is null");
        }

        /** {@code local.region} as such, if it is a variable and nothing but names. */
        public Optional<String> dottedName() {
            if (!(root instanceof Variable variable)) {
                return Optional.empty();
            }
            StringBuilder name = new StringBuilder(variable.name());
            for (TraversalStep step : steps) {
                if (!(step instanceof TraversalStep.Member member)) {
                    return Optional.empty();
                }
                name.append('.').append(member.name());
            }
            return Optional.of(name.toString());
        }
    }

    /** {@code [a, b]}. */
    record ListConstructor(List<Expression> items, SourceSpan span) implements Expression {
        public ListConstructor {
            items = List.copyOf(items);
            Objects.requireNonNull(span, "span is null");
        }
    }

    /** {@code { a = 1 }}; the same key may stand there twice. */
    record ObjectConstructor(List<ObjectItem> items, SourceSpan span) implements Expression {
        public ObjectConstructor {
            items = List.copyOf(items);
            Objects.requireNonNull(span, "span is null");
        }
    }

    /** {@code [for v in list : item if condition]}. */
    record ListFor(Iteration iteration, Expression item, Optional<Expression> condition, SourceSpan span)
            implements Expression {
        public ListFor {
            Objects.requireNonNull(iteration, "iteration is null");
            Objects.requireNonNull(item, "item is null");
            Objects.requireNonNull(condition, "condition is null");
            Objects.requireNonNull(span, "span is null");
        }
    }

    /**
     * <code>{for k, v in map : key =&gt; value... if condition}</code>.
     *
     * @param entry what each round yields
     * @param grouped whether values of equal keys are collected in a list ({@code ...})
     */
    record ObjectFor(
            Iteration iteration, ObjectItem entry, boolean grouped, Optional<Expression> condition, SourceSpan span)
            implements Expression {
        public ObjectFor {
            Objects.requireNonNull(iteration, "iteration is null");
            Objects.requireNonNull(entry, "entry is null");
            Objects.requireNonNull(condition, "condition is null");
            Objects.requireNonNull(span, "span is null");
        }
    }

    /**
     * {@code name(a, b...)}.
     *
     * @param name with its namespaces, such as {@code provider::aws::arn_parse}
     * @param expandsLast whether the last argument ends in {@code ...}
     */
    record FunctionCall(String name, List<Expression> arguments, boolean expandsLast, SourceSpan span)
            implements Expression {
        public FunctionCall {
            Objects.requireNonNull(name, "name is null");
            arguments = List.copyOf(arguments);
            Objects.requireNonNull(span, "span is null");
        }
    }

    /** {@code -a}. */
    record Negation(Expression operand, SourceSpan span) implements Expression {
        public Negation {
            Objects.requireNonNull(operand, "operand is null");
            Objects.requireNonNull(span, "span is null");
        }
    }

    /** {@code !a}. */
    record LogicalNot(Expression operand, SourceSpan span) implements Expression {
        public LogicalNot {
            Objects.requireNonNull(operand, "operand is null");
            Objects.requireNonNull(span, "span is null");
        }
    }

    /**
     * Operators of one precedence, applied from left to right: {@code a - b + c} is one operation with two operands.
     *
     * @param first the leftmost value
     * @param operands what is applied to it, one after the other; at least one
     */
    record Operation(Expression first, List<Operand> operands, SourceSpan span) implements Expression {
        public Operation {
            Objects.requireNonNull(first, "first is null");
            operands = List.copyOf(operands);
            Objects.requireNonNull(span, "span is null");
        }

        /** An operator and the value to its right. */
        public record Operand(Operator operator, Expression value) {
            public Operand {
                Objects.requireNonNull(operator, "operator is null");
                Objects.requireNonNull(value, "value is null");
            }
        }
    }

    /** {@code condition ? then : otherwise}. */
    record Conditional(Expression condition, Expression then, Expression otherwise, SourceSpan span)
            implements Expression {
        public Conditional {
            Objects.requireNonNull(condition, "condition is null");
            Objects.requireNonNull(then, "then is null");
            Objects.requireNonNull(otherwise, "otherwise is null");
            Objects.requireNonNull(span, "span is null");
        }
    }

    /** {@code (a)}. */
    record Parentheses(Expression inner, SourceSpan span) implements Expression {
        public Parentheses {
            Objects.requireNonNull(inner, "inner is null");
            Objects.requireNonNull(span, "span is null");
        }
    }
}
