package dev.drift.terramate.eval;

import dev.drift.terramate.hcl.Expression;
import dev.drift.terramate.hcl.ObjectItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** One evaluation under way: the scope at some place of an expression, and what is left of the budget. */
final class Evaluation {

    private final Scope scope;
    private final Budget budget;
    private final Optional<Local> local;

    Evaluation(Scope scope, Budget budget) {
        this(scope, budget, Optional.empty());
    }

    private Evaluation(Scope scope, Budget budget, Optional<Local> local) {
        this.scope = scope;
        this.budget = budget;
        this.local = local;
    }

    /** A name that a surrounding {@code for} gives. */
    private record Local(String name, HclValue value, Optional<Local> outer) {}

    /** The same one step further inside, where one more name means something. */
    Evaluation with(String name, HclValue value) {
        return new Evaluation(scope, budget, Optional.of(new Local(name, value, local)));
    }

    HclValue value(Expression expression) {
        try {
            budget.spend(1);
            return budget.paid(computed(expression));
        } catch (Refusal e) {
            throw new EvaluationException(expression, e);
        }
    }

    Optional<HclValue> variable(String name) {
        for (Optional<Local> at = local; at.isPresent(); at = at.get().outer()) {
            if (at.get().name().equals(name)) {
                return Optional.of(at.get().value());
            }
        }
        return scope.variable(name);
    }

    private HclValue computed(Expression expression) {
        if (expression instanceof Expression.Template template) {
            return new TemplateRendering(this).rendered(template);
        }
        if (expression instanceof Expression.ListConstructor list) {
            return list(list);
        }
        if (expression instanceof Expression.FunctionCall call) {
            return call(call);
        }
        if (expression instanceof Expression.Variable variable) {
            return variable(variable.name())
                    .orElseThrow(() -> new Refusal("there is no variable named " + variable.name() + " here"));
        }
        if (expression instanceof Expression.Traversal traversal) {
            return new Steps(this).from(traversal);
        }
        if (expression instanceof Expression.ObjectConstructor object) {
            return object(object);
        }
        if (expression instanceof Expression.ListFor each) {
            return new Rounds(this).list(each);
        }
        if (expression instanceof Expression.ObjectFor each) {
            return new Rounds(this).object(each);
        }
        return operated(expression);
    }

    private HclValue operated(Expression expression) {
        if (expression instanceof Expression.NumberLiteral number) {
            return new HclValue.Decimal(number.value());
        }
        if (expression instanceof Expression.BooleanLiteral bool) {
            return HclValue.of(bool.value());
        }
        if (expression instanceof Expression.Parentheses parentheses) {
            return value(parentheses.inner());
        }
        if (expression instanceof Expression.Operation operation) {
            HclValue result = value(operation.first());
            for (Expression.Operation.Operand operand : operation.operands()) {
                result = Arithmetic.applied(operand.operator(), result, value(operand.value()));
            }
            return result;
        }
        if (expression instanceof Expression.Conditional conditional) {
            return conditional(conditional);
        }
        if (expression instanceof Expression.Negation negation) {
            return Arithmetic.negated(value(negation.operand()));
        }
        if (expression instanceof Expression.LogicalNot not) {
            return HclValue.of(!Arithmetic.operandBool(value(not.operand())));
        }
        return HclValue.ofNull();
    }

    private HclValue list(Expression.ListConstructor list) {
        List<HclValue> items = new ArrayList<>(list.items().size());
        for (Expression item : list.items()) {
            items.add(value(item));
        }
        return HclValue.Sequence.tuple(items);
    }

    private HclValue object(Expression.ObjectConstructor object) {
        Map<String, HclValue> entries = new TreeMap<>();
        for (ObjectItem item : object.items()) {
            if (item.key() instanceof Expression.Traversal) {
                throw new EvaluationException(
                        item.key(),
                        new Refusal("this key is ambiguous: parentheses make it a reference, quotes make it a name"));
            }
            entries.put(key(item.key()), value(item.value()));
        }
        return HclValue.Mapping.object(entries);
    }

    /** The text of a key of an object. */
    String key(Expression expression) {
        HclValue key = value(expression);
        if (key.isNull()) {
            throw new EvaluationException(expression, new Refusal("a key is null"));
        }
        return Conversion.toText(key);
    }

    /** Both results are given one type, so the one that is not chosen matters too, if it can be evaluated at all. */
    private HclValue conditional(Expression.Conditional conditional) {
        boolean chosen = truth(conditional.condition());
        HclValue result = value(chosen ? conditional.then() : conditional.otherwise());
        Optional<HclValue> other = attempted(chosen ? conditional.otherwise() : conditional.then());
        if (other.isEmpty()) {
            return result;
        }
        HclType common = HclType.unified(List.of(HclType.of(result), HclType.of(other.get())))
                .orElseThrow(() -> Refusal.limit("the results of a conditional are of one type, and these are not"));
        return Conversion.converted(result, common);
    }

    private Optional<HclValue> attempted(Expression expression) {
        try {
            return Optional.of(value(expression));
        } catch (EvaluationException e) {
            if (e.isLimit()) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /** A condition, which is never {@code null}. */
    boolean truth(Expression condition) {
        return Arithmetic.operandBool(value(condition));
    }

    private HclValue call(Expression.FunctionCall call) {
        HclFunction function = scope.functions().named(call.name());
        List<Supplier<HclValue>> arguments = new ArrayList<>();
        int single = call.expandsLast()
                ? call.arguments().size() - 1
                : call.arguments().size();
        for (Expression argument : call.arguments().subList(0, single)) {
            arguments.add(() -> value(argument));
        }
        if (call.expandsLast()) {
            for (HclValue value :
                    Conversion.toSequence(value(call.arguments().get(single))).items()) {
                arguments.add(() -> value);
            }
        }
        try {
            return function.apply(new Arguments(arguments));
        } catch (Refusal e) {
            throw e.within(call.name());
        }
    }
}
