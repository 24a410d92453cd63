package dev.drift.terramate.eval;

import java.util.ArrayList;
import java.util.List;

/** {@code tm_format} and {@code tm_formatlist}. */
final class FormatFunctions {

    private FormatFunctions() {}

    static List<HclFunction> all() {
        return List.of(
                HclFunction.atLeast("tm_format", 1, a -> HclValue.of(formatted(a.text(0), a.from(1)))),
                HclFunction.atLeast("tm_formatlist", 1, FormatFunctions::formattedList));
    }

    private static String formatted(String format, List<HclValue> arguments) {
        StringBuilder text = new StringBuilder();
        int next = 0;
        int used = 0;
        int position = 0;
        while (position < format.length()) {
            if (format.charAt(position) != '%') {
                text.append(format.charAt(position++));
            } else if (format.startsWith("%%", position)) {
                text.append('%');
                position += 2;
            } else {
                FormatVerb verb = FormatVerb.at(format, position);
                int index = verb.argument().orElse(next);
                if (index < 0 || index >= arguments.size()) {
                    throw new Refusal("the format uses " + (index + 1) + " values, of " + arguments.size());
                }
                text.append(verb.formatted(arguments.get(index)));
                next = index + 1;
                used = Math.max(used, next);
                position = verb.end();
            }
        }
        if (used < arguments.size()) {
            throw new Refusal("the format uses " + used + " of " + arguments.size() + " values");
        }
        return text.toString();
    }

    /** Lists are gone through side by side, anything else stays the same in every line. */
    private static HclValue formattedList(Arguments arguments) {
        String format = arguments.text(0);
        List<HclValue> values = arguments.from(1);
        int rounds = rounds(values);
        List<HclValue> lines = new ArrayList<>();
        Budget.checkLength((long) rounds * format.length());
        for (int i = 0; i < rounds; i++) {
            int round = i;
            List<HclValue> line = values.stream()
                    .map(value -> value instanceof HclValue.Sequence list
                            ? list.items().get(round)
                            : value)
                    .toList();
            lines.add(HclValue.of(formatted(format, line)));
        }
        return HclValue.Sequence.list(lines);
    }

    private static int rounds(List<HclValue> values) {
        List<Integer> lengths = new ArrayList<>();
        for (HclValue value : values) {
            if (value instanceof HclValue.Sequence list) {
                lengths.add(list.items().size());
            }
        }
        if (lengths.stream().distinct().count() > 1) {
            throw new Refusal("the lists are of different lengths");
        }
        return lengths.isEmpty() ? 1 : lengths.get(0);
    }
}
