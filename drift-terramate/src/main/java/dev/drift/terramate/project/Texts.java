package dev.drift.terramate.project;

import dev.drift.terramate.eval.HclValue;
import dev.drift.terramate.hcl.Expression;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Distinct strings that an attribute lists. Terramate calls it a set of strings and takes only lists; {@code null} is as good
 * as nothing.
 *
 * @param values the strings in their order
 * @param objections what is wrong, in words that follow the attribute's name
 */
record Texts(List<String> values, List<String> objections) {

    Texts {
        values = List.copyOf(values);
        objections = List.copyOf(objections);
    }

    static Texts of(Expression expression, Valuation valuation) {
        HclValue value;
        try {
            value = valuation.valueOf(expression);
        } catch (NotKnownException unknown) {
            return wrong(String.valueOf(unknown.getMessage()));
        }
        if (value.isNull()) {
            return new Texts(List.of(), List.of());
        }
        return value instanceof HclValue.Sequence list && list.kind() != HclValue.Sequence.Kind.SET
                ? of(list.items())
                : wrong("must be a list of strings, not a " + value.kindName());
    }

    Optional<String> objection() {
        return objections.stream().findFirst();
    }

    private static Texts of(List<HclValue> items) {
        Set<String> values = new LinkedHashSet<>();
        List<String> objections = new ArrayList<>();
        for (int at = 0; at < items.size(); at++) {
            HclValue item = items.get(at);
            if (!(item instanceof HclValue.Text text)) {
                objections.add("must be a list of strings, but item " + at + " is " + item.kindName());
            } else if (!values.add(text.value())) {
                objections.add("lists \"" + text.value() + "\" twice");
            }
        }
        return new Texts(List.copyOf(values), objections);
    }

    private static Texts wrong(String objection) {
        return new Texts(List.of(), List.of(objection));
    }
}
