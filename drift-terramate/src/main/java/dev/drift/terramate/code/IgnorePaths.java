package dev.drift.terramate.code;

import dev.drift.terramate.hcl.Expression;
import dev.drift.terramate.hcl.Hcl;
import dev.drift.terramate.hcl.HclLimits;
import dev.drift.terramate.hcl.HclSyntaxException;
import dev.drift.terramate.hcl.SourceFile;
import dev.drift.terramate.hcl.TraversalStep;
import dev.drift.value.Value;
import dev.drift.value.ValuePath;
import java.util.List;
import java.util.Optional;

/** The paths that an {@code ignore_changes} names; {@code all} is the root path. */
final class IgnorePaths {

    private IgnorePaths() {}

    /**
     * The paths in the order written.
     *
     * @throws HclSyntaxException at an entry that is no path
     */
    static List<ValuePath> of(Expression expression) {
        if (expression instanceof Expression.ListConstructor list) {
            return list.items().stream().map(IgnorePaths::path).toList();
        }
        if (word(expression).filter("all"::equals).isPresent()) {
            return List.of(ValuePath.ROOT);
        }
        throw new HclSyntaxException(expression.span(), "ignore_changes is a list of attributes, or the word all");
    }

    private static Optional<String> word(Expression expression) {
        return expression instanceof Expression.Variable variable
                ? Optional.of(variable.name())
                : expression.literalText();
    }

    private static ValuePath path(Expression item) {
        if (item.literalText().isEmpty()) {
            return written(item);
        }
        String quoted = item.literalText().get();
        return quoted.equals("*")
                ? ValuePath.ROOT
                : written(Hcl.parseExpression(SourceFile.of(item.span().toString(), quoted), HclLimits.standard()));
    }

    private static ValuePath written(Expression item) {
        if (item instanceof Expression.Variable variable) {
            return ValuePath.of(variable.name());
        }
        if (item instanceof Expression.Traversal traversal && traversal.root() instanceof Expression.Variable first) {
            ValuePath path = ValuePath.of(first.name());
            for (TraversalStep step : traversal.steps()) {
                path = further(path, step);
            }
            return path;
        }
        throw new HclSyntaxException(item.span(), "ignore_changes lists attributes; this is none");
    }

    private static ValuePath further(ValuePath path, TraversalStep step) {
        if (step instanceof TraversalStep.Member member) {
            return path.field(member.name());
        }
        if (step instanceof TraversalStep.Index index) {
            Value key = Literals.of(index.key());
            if (key instanceof Value.Text name) {
                return path.field(name.value());
            }
            if (key instanceof Value.Decimal position && position.value().scale() <= 0) {
                return path.index(position.value().intValue());
            }
        }
        throw new HclSyntaxException(step.span(), "An index in ignore_changes is a literal");
    }
}
