package dev.drift.terramate.eval;

import dev.drift.terramate.hcl.Expression;
import dev.drift.terramate.hcl.TraversalStep;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Names, indexes and splats behind a value. */
final class Steps {

    private final Evaluation evaluation;

    Steps(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    HclValue from(Expression.Traversal traversal) {
        HclValue root = traversal.root() instanceof Expression.Variable variable
                ? evaluation
                        .variable(variable.name())
                        .orElseThrow(() -> new Refusal("there is no variable named " + variable.name() + " here"))
                : evaluation.value(traversal.root());
        return after(root, traversal.steps());
    }

    private HclValue after(HclValue start, List<TraversalStep> steps) {
        HclValue value = start;
        for (TraversalStep step : steps) {
            if (step instanceof TraversalStep.Member member) {
                value = member(value, member.name());
            } else if (step instanceof TraversalStep.Index index) {
                value = indexed(value, evaluation.value(index.key()));
            } else if (step instanceof TraversalStep.Splat splat) {
                value = splat(value, splat.each());
            }
        }
        return value;
    }

    private static HclValue member(HclValue value, String name) {
        if (!(value instanceof HclValue.Mapping mapping)) {
            throw new Refusal("a " + value.kindName() + " has no attribute " + name);
        }
        HclValue found = mapping.entries().get(name);
        if (found == null) {
            throw new Refusal("this " + value.kindName() + " has no attribute " + name);
        }
        return found;
    }

    private static HclValue indexed(HclValue value, HclValue key) {
        if (key.isNull()) {
            throw new Refusal("the index is null");
        }
        if (value instanceof HclValue.Mapping) {
            return member(value, Conversion.toText(key));
        }
        if (!(value instanceof HclValue.Sequence sequence) || sequence.kind() == HclValue.Sequence.Kind.SET) {
            throw new Refusal("a " + value.kindName() + " has no index");
        }
        BigDecimal index = Conversion.toNumber(key);
        boolean whole = index.stripTrailingZeros().scale() <= 0;
        int size = sequence.items().size();
        if (!whole || index.signum() < 0 || index.compareTo(BigDecimal.valueOf(size)) >= 0) {
            throw new Refusal("there is no such index in a " + value.kindName() + " of " + size);
        }
        return sequence.items().get(index.intValueExact());
    }

    /** {@code null} has no elements, and what is no list is the one element. */
    private HclValue splat(HclValue value, List<TraversalStep> each) {
        if (value.isNull()) {
            return HclValue.Sequence.tuple(List.of());
        }
        if (!(value instanceof HclValue.Sequence sequence)) {
            return HclValue.Sequence.tuple(List.of(after(value, each)));
        }
        List<HclValue> results = new ArrayList<>(sequence.items().size());
        for (HclValue item : sequence.items()) {
            results.add(after(item, each));
        }
        return sequence.kind() == HclValue.Sequence.Kind.TUPLE
                ? HclValue.Sequence.tuple(results)
                : Conversion.toList(HclValue.Sequence.tuple(results));
    }
}
