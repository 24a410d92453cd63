package dev.drift.terramate.eval;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Functions that make lists of lists. */
final class ListFunctions {

    private static final int LONGEST_RANGE = 1_024;

    private ListFunctions() {}

    static List<HclFunction> all() {
        return List.of(
                HclFunction.atLeast("tm_concat", 1, ListFunctions::concat),
                HclFunction.of("tm_compact", 1, ListFunctions::compact),
                HclFunction.of(
                        "tm_distinct",
                        1,
                        a -> HclValue.Sequence.list(
                                List.copyOf(new LinkedHashSet<>(a.list(0).items())))),
                HclFunction.of("tm_flatten", 1, ListFunctions::flatten),
                HclFunction.of("tm_slice", 3, ListFunctions::slice),
                HclFunction.of("tm_sort", 1, ListFunctions::sort),
                HclFunction.of("tm_reverse", 1, ListFunctions::reverse),
                HclFunction.between("tm_range", 1, 3, ListFunctions::range),
                HclFunction.of("tm_chunklist", 2, ListFunctions::chunks),
                HclFunction.of("tm_matchkeys", 3, ListFunctions::matchKeys),
                HclFunction.atLeast("tm_coalescelist", 1, ListFunctions::firstNotEmpty));
    }

    private static HclValue concat(Arguments arguments) {
        List<HclValue> items = new ArrayList<>();
        boolean allLists = true;
        for (int i = 0; i < arguments.count(); i++) {
            HclValue.Sequence part = indexed(arguments, i);
            allLists &= part.kind() == HclValue.Sequence.Kind.LIST;
            items.addAll(part.items());
        }
        HclValue.Sequence tuple = HclValue.Sequence.tuple(items);
        return allLists ? Conversion.toList(tuple) : tuple;
    }

    /** A list or tuple: what has an order of its own. */
    private static HclValue.Sequence indexed(Arguments arguments, int index) {
        HclValue.Sequence sequence = arguments.sequence(index);
        if (sequence.kind() == HclValue.Sequence.Kind.SET) {
            throw new Refusal("argument " + (index + 1) + " is a set, whose items have no places");
        }
        return sequence;
    }

    private static HclValue compact(Arguments arguments) {
        List<HclValue> kept = new ArrayList<>();
        for (HclValue item : arguments.sequence(0).items()) {
            if (!item.isNull() && !Conversion.toText(item).isEmpty()) {
                kept.add(HclValue.of(Conversion.toText(item)));
            }
        }
        return HclValue.Sequence.list(kept);
    }

    private static HclValue flatten(Arguments arguments) {
        List<HclValue> flat = new ArrayList<>();
        flatten(arguments.sequence(0), flat);
        return HclValue.Sequence.tuple(flat);
    }

    private static void flatten(HclValue.Sequence sequence, List<HclValue> into) {
        for (HclValue item : sequence.items()) {
            if (item instanceof HclValue.Sequence inner) {
                flatten(inner, into);
            } else {
                into.add(item);
            }
        }
    }

    private static HclValue slice(Arguments arguments) {
        HclValue.Sequence sequence = indexed(arguments, 0);
        int start = arguments.integer(1);
        int end = arguments.integer(2);
        if (start < 0 || end < start || end > sequence.items().size()) {
            throw new Refusal("there is no slice from " + start + " to " + end + " of "
                    + sequence.items().size() + " items");
        }
        return new HclValue.Sequence(sequence.kind(), sequence.items().subList(start, end));
    }

    private static HclValue sort(Arguments arguments) {
        List<String> texts = new ArrayList<>(arguments.texts(0));
        texts.sort(CodePointOrder.INSTANCE);
        return HclValue.Sequence.list(texts.stream().map(HclValue::of).toList());
    }

    private static HclValue reverse(Arguments arguments) {
        HclValue.Sequence sequence = arguments.sequence(0);
        List<HclValue> reversed = new ArrayList<>(sequence.items());
        Collections.reverse(reversed);
        return sequence.kind() == HclValue.Sequence.Kind.TUPLE
                ? HclValue.Sequence.tuple(reversed)
                : HclValue.Sequence.list(reversed);
    }

    private static HclValue range(Arguments arguments) {
        boolean onlyEnd = arguments.count() == 1;
        BigDecimal start = onlyEnd ? BigDecimal.ZERO : arguments.number(0);
        BigDecimal end = arguments.number(onlyEnd ? 0 : 1);
        boolean down = end.compareTo(start) < 0;
        BigDecimal step = arguments.count() == 3 ? arguments.number(2) : BigDecimal.valueOf(down ? -1 : 1);
        if (arguments.count() == 3 && step.signum() != 0 && (step.signum() < 0) != down && end.compareTo(start) != 0) {
            throw new Refusal("the step leads away from the end");
        }
        List<HclValue> items = new ArrayList<>();
        BigDecimal next = start;
        while (down ? next.compareTo(end) > 0 : next.compareTo(end) < 0) {
            if (items.size() == LONGEST_RANGE) {
                throw new Refusal("a range has at most " + LONGEST_RANGE + " numbers");
            }
            items.add(new HclValue.Decimal(next));
            next = next.add(step, Arithmetic.PRECISION);
        }
        return HclValue.Sequence.list(items);
    }

    /** Of size 0: one chunk of all. */
    private static HclValue chunks(Arguments arguments) {
        List<HclValue> items = arguments.list(0).items();
        int size = arguments.integer(1);
        if (size < 0) {
            throw new Refusal("a chunk has a size of at least 0");
        }
        int step = size == 0 ? Math.max(1, items.size()) : size;
        List<HclValue> chunks = new ArrayList<>();
        for (int start = 0; start < items.size(); start += step) {
            chunks.add(HclValue.Sequence.list(items.subList(start, Math.min(items.size(), start + step))));
        }
        return HclValue.Sequence.list(chunks);
    }

    private static HclValue matchKeys(Arguments arguments) {
        List<HclValue> values = arguments.list(0).items();
        List<HclValue> keys = arguments.list(1).items();
        Set<HclValue> wanted = new HashSet<>(arguments.list(2).items());
        if (values.size() != keys.size()) {
            throw new Refusal("there are " + values.size() + " values and " + keys.size() + " keys");
        }
        List<HclValue> matched = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            if (wanted.contains(keys.get(i))) {
                matched.add(values.get(i));
            }
        }
        return HclValue.Sequence.list(matched);
    }

    private static HclValue firstNotEmpty(Arguments arguments) {
        for (int i = 0; i < arguments.count(); i++) {
            HclValue.Sequence sequence = indexed(arguments, i);
            if (!sequence.items().isEmpty()) {
                return sequence;
            }
        }
        throw new Refusal("all lists are empty");
    }
}
