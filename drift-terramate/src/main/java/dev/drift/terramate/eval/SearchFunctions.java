package dev.drift.terramate.eval;

import java.util.List;

/** Functions that pick something out of a collection or say something of all of it. */
final class SearchFunctions {

    private SearchFunctions() {}

    static List<HclFunction> all() {
        return List.of(
                HclFunction.of("tm_length", 1, SearchFunctions::length),
                HclFunction.of(
                        "tm_contains", 2, a -> HclValue.of(a.sequence(0).items().contains(a.present(1)))),
                HclFunction.of("tm_index", 2, SearchFunctions::index),
                HclFunction.of("tm_element", 2, SearchFunctions::element),
                HclFunction.of("tm_one", 1, SearchFunctions::one),
                HclFunction.of(
                        "tm_alltrue",
                        1,
                        a -> HclValue.of(a.sequence(0).items().stream().allMatch(SearchFunctions::isTrue))),
                HclFunction.of(
                        "tm_anytrue",
                        1,
                        a -> HclValue.of(a.sequence(0).items().stream().anyMatch(SearchFunctions::isTrue))));
    }

    private static boolean isTrue(HclValue item) {
        return !item.isNull() && Conversion.toBool(item);
    }

    private static HclValue length(Arguments arguments) {
        HclValue value = arguments.present(0);
        if (value instanceof HclValue.Sequence sequence) {
            return HclValue.of(sequence.items().size());
        }
        if (value instanceof HclValue.Mapping mapping) {
            return HclValue.of(mapping.entries().size());
        }
        if (value instanceof HclValue.Text text) {
            return HclValue.of(Graphemes.count(text.value()));
        }
        throw new Refusal("a " + value.kindName() + " has no length");
    }

    private static HclValue index(Arguments arguments) {
        int index = arguments.sequence(0).items().indexOf(arguments.present(1));
        if (index < 0) {
            throw new Refusal("the list has no such item");
        }
        return HclValue.of(index);
    }

    /** Wraps around at both ends. */
    private static HclValue element(Arguments arguments) {
        HclValue.Sequence sequence = arguments.sequence(0);
        if (sequence.kind() == HclValue.Sequence.Kind.SET || sequence.items().isEmpty()) {
            throw new Refusal("an element is taken from a list that has one");
        }
        return sequence.items()
                .get(Math.floorMod(arguments.integer(1), sequence.items().size()));
    }

    private static HclValue one(Arguments arguments) {
        List<HclValue> items = arguments.sequence(0).items();
        if (items.size() > 1) {
            throw new Refusal("there is more than one item");
        }
        return items.isEmpty() ? HclValue.ofNull() : items.get(0);
    }
}
