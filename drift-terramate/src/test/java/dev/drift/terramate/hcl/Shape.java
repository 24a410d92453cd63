package dev.drift.terramate.hcl;

import dev.drift.terramate.hcl.Expression.Operation.Operand;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The structure of an expression without its positions, as a text that tests can compare and people can read. */
final class Shape {

    private Shape() {}

    static String of(Expression expression) {
        if (expression instanceof Expression.NullLiteral) {
            return "null";
        }
        if (expression instanceof Expression.BooleanLiteral bool) {
            return String.valueOf(bool.value());
        }
        if (expression instanceof Expression.NumberLiteral number) {
            return number.value().stripTrailingZeros().toPlainString();
        }
        if (expression instanceof Expression.Template template) {
            return "'" + parts(template.parts()) + "'";
        }
        if (expression instanceof Expression.Variable variable) {
            return variable.name();
        }
        if (expression instanceof Expression.Traversal traversal) {
            return of(traversal.root()) + steps(traversal.steps());
        }
        if (expression instanceof Expression.ListConstructor list) {
            return "[" + joined(list.items()) + "]";
        }
        if (expression instanceof Expression.ObjectConstructor object) {
            return object.items().stream().map(Shape::of).collect(Collectors.joining(", ", "{", "}"));
        }
        return compound(expression);
    }

    private static String compound(Expression expression) {
        if (expression instanceof Expression.ListFor each) {
            return "[for " + of(each.iteration()) + ": " + of(each.item()) + condition(each.condition()) + "]";
        }
        if (expression instanceof Expression.ObjectFor each) {
            String group = each.grouped() ? "..." : "";
            return "{for " + of(each.iteration()) + ": " + of(each.entry()) + group + condition(each.condition()) + "}";
        }
        if (expression instanceof Expression.FunctionCall call) {
            return call.name() + "(" + joined(call.arguments()) + (call.expandsLast() ? "..." : "") + ")";
        }
        if (expression instanceof Expression.Negation negation) {
            return "(neg " + of(negation.operand()) + ")";
        }
        if (expression instanceof Expression.LogicalNot not) {
            return "(not " + of(not.operand()) + ")";
        }
        if (expression instanceof Expression.Operation operation) {
            String shape = of(operation.first());
            for (Operand operand : operation.operands()) {
                shape = "(" + shape + " " + operand.operator().symbol() + " " + of(operand.value()) + ")";
            }
            return shape;
        }
        if (expression instanceof Expression.Conditional conditional) {
            return "(if " + of(conditional.condition()) + " then " + of(conditional.then()) + " else "
                    + of(conditional.otherwise()) + ")";
        }
        return "paren(" + of(((Expression.Parentheses) expression).inner()) + ")";
    }

    static String parts(List<TemplatePart> parts) {
        return parts.stream().map(Shape::of).collect(Collectors.joining("|"));
    }

    private static String of(TemplatePart part) {
        if (part instanceof TemplatePart.Text text) {
            return text.text().replace("\n", "\\n").replace("\r", "\\r");
        }
        if (part instanceof TemplatePart.Interpolation interpolation) {
            return "${" + of(interpolation.expression()) + "}";
        }
        if (part instanceof TemplatePart.If choice) {
            return "%{if " + of(choice.condition()) + "}" + parts(choice.then()) + "%{else}"
                    + parts(choice.otherwise());
        }
        TemplatePart.For loop = (TemplatePart.For) part;
        return "%{for " + of(loop.iteration()) + "}" + parts(loop.body());
    }

    private static String steps(List<TraversalStep> steps) {
        StringBuilder shape = new StringBuilder();
        for (TraversalStep step : steps) {
            if (step instanceof TraversalStep.Member member) {
                shape.append('.').append(member.name());
            } else if (step instanceof TraversalStep.Index index) {
                shape.append('[').append(of(index.key())).append(']');
            } else if (step instanceof TraversalStep.Splat splat) {
                shape.append("*<").append(steps(splat.each())).append('>');
            }
        }
        return shape.toString();
    }

    private static String of(ObjectItem item) {
        return of(item.key()) + " = " + of(item.value());
    }

    private static String of(Iteration iteration) {
        return iteration.keyName().map(key -> key + ", ").orElse("") + iteration.valueName() + " in "
                + of(iteration.collection());
    }

    private static String condition(Optional<Expression> condition) {
        return condition.map(expression -> " if " + of(expression)).orElse("");
    }

    private static String joined(List<Expression> expressions) {
        return expressions.stream().map(Shape::of).collect(Collectors.joining(", "));
    }
}
