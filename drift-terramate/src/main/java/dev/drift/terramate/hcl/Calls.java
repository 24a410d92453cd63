package dev.drift.terramate.hcl;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds the calls of some functions in an expression, wherever they stand in it. */
public final class Calls {

    private final Set<String> names;
    private final List<Expression.FunctionCall> found = new ArrayList<>();

    private Calls(Set<String> names) {
        this.names = names;
    }

    /** The calls of functions of these names, a call before those in its arguments. */
    public static List<Expression.FunctionCall> of(Set<String> names, Expression expression) {
        Calls calls = new Calls(names);
        calls.visit(expression);
        return calls.found;
    }

    private void visit(Expression expression) {
        if (expression instanceof Expression.FunctionCall call) {
            if (names.contains(call.name())) {
                found.add(call);
            }
            call.arguments().forEach(this::visit);
        } else if (expression instanceof Expression.Template template) {
            template.parts().forEach(this::visit);
        } else if (expression instanceof Expression.Traversal traversal) {
            visit(traversal.root());
            traversal.steps().forEach(this::visit);
        } else if (expression instanceof Expression.ListConstructor list) {
            list.items().forEach(this::visit);
        } else if (expression instanceof Expression.ObjectConstructor object) {
            object.items().forEach(this::visit);
        } else if (expression instanceof Expression.Parentheses parentheses) {
            visit(parentheses.inner());
        } else {
            visitComputed(expression);
        }
    }

    private void visitComputed(Expression expression) {
        if (expression instanceof Expression.ListFor each) {
            visit(each.iteration().collection());
            visit(each.item());
            each.condition().ifPresent(this::visit);
        } else if (expression instanceof Expression.ObjectFor each) {
            visit(each.iteration().collection());
            visit(each.entry());
            each.condition().ifPresent(this::visit);
        } else if (expression instanceof Expression.Operation operation) {
            visit(operation.first());
            operation.operands().forEach(operand -> visit(operand.value()));
        } else if (expression instanceof Expression.Conditional conditional) {
            visit(conditional.condition());
            visit(conditional.then());
            visit(conditional.otherwise());
        } else if (expression instanceof Expression.Negation negation) {
            visit(negation.operand());
        } else if (expression instanceof Expression.LogicalNot not) {
            visit(not.operand());
        }
    }

    private void visit(ObjectItem item) {
        visit(item.key());
        visit(item.value());
    }

    private void visit(TraversalStep step) {
        if (step instanceof TraversalStep.Index index) {
            visit(index.key());
        } else if (step instanceof TraversalStep.Splat splat) {
            splat.each().forEach(this::visit);
        }
    }

    private void visit(TemplatePart part) {
        if (part instanceof TemplatePart.Interpolation inner) {
            visit(inner.expression());
        } else if (part instanceof TemplatePart.If choice) {
            visit(choice.condition());
            choice.then().forEach(this::visit);
            choice.otherwise().forEach(this::visit);
        } else if (part instanceof TemplatePart.For each) {
            visit(each.iteration().collection());
            each.body().forEach(this::visit);
        }
    }
}
