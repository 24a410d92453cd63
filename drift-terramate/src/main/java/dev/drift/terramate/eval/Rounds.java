package dev.drift.terramate.eval;

import dev.drift.terramate.hcl.Expression;
import dev.drift.terramate.hcl.Iteration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** {@code for}: what is gone through, in which order, under which names. */
final class Rounds {

    private final Evaluation evaluation;

    Rounds(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    HclValue list(Expression.ListFor loop) {
        List<HclValue> items = new ArrayList<>();
        each(loop.iteration(), round -> {
            if (wanted(round, loop.condition())) {
                items.add(round.value(loop.item()));
            }
        });
        return HclValue.Sequence.tuple(items);
    }

    HclValue object(Expression.ObjectFor loop) {
        Map<String, List<HclValue>> entries = new TreeMap<>();
        each(loop.iteration(), round -> {
            if (wanted(round, loop.condition())) {
                String key = round.key(loop.entry().key());
                List<HclValue> values = entries.computeIfAbsent(key, name -> new ArrayList<>(1));
                if (!values.isEmpty() && !loop.grouped()) {
                    throw new EvaluationException(loop.entry().key(), new Refusal("two rounds yield the same key"));
                }
                values.add(round.value(loop.entry().value()));
            }
        });
        Map<String, HclValue> object = new TreeMap<>();
        entries.forEach(
                (key, values) -> object.put(key, loop.grouped() ? HclValue.Sequence.tuple(values) : values.get(0)));
        return HclValue.Mapping.object(object);
    }

    private static boolean wanted(Evaluation round, Optional<Expression> condition) {
        return condition.isEmpty() || round.truth(condition.get());
    }

    /** Runs every round with its names in scope. */
    void each(Iteration iteration, Consumer<Evaluation> round) {
        HclValue collection = evaluation.value(iteration.collection());
        if (collection instanceof HclValue.Mapping mapping) {
            mapping.entries().forEach((name, value) -> round.accept(inside(iteration, HclValue.of(name), value)));
            return;
        }
        if (!(collection instanceof HclValue.Sequence sequence)) {
            throw new EvaluationException(
                    iteration.collection(),
                    new Refusal("'for' goes through a list or a map, not " + collection.kindName()));
        }
        long index = 0;
        for (HclValue item : sequence.items()) {
            boolean set = sequence.kind() == HclValue.Sequence.Kind.SET;
            round.accept(inside(iteration, set ? item : HclValue.of(index), item));
            index++;
        }
    }

    private Evaluation inside(Iteration iteration, HclValue key, HclValue value) {
        Evaluation withKey = iteration.keyName().isPresent()
                ? evaluation.with(iteration.keyName().get(), key)
                : evaluation;
        return withKey.with(iteration.valueName(), value);
    }
}
