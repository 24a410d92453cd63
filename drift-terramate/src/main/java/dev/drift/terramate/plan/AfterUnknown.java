package dev.drift.terramate.plan;

import dev.drift.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lays {@code after_unknown} over {@code after}, which leaves out what is known only after the apply. */
final class AfterUnknown {

    private AfterUnknown() {}

    /** The value with every marked place unknown. */
    static Value over(Value after, Value marks) {
        if (marks.equals(Value.of(true))) {
            return Value.unknown();
        }
        if (!marksAnything(marks)) {
            return after;
        }
        return marks instanceof Value.Fields fields ? overFields(after, fields) : overItems(after, marks.items());
    }

    private static Value overFields(Value after, Value.Fields marks) {
        Map<String, Value> merged =
                new LinkedHashMap<>(after instanceof Value.Fields fields ? fields.values() : Map.of());
        marks.values().forEach((name, mark) -> {
            if (marksAnything(mark)) {
                merged.put(name, over(after.field(name), mark));
            }
        });
        return Value.of(merged);
    }

    private static Value overItems(Value after, List<Value> marks) {
        List<Value> merged = new ArrayList<>(after.items());
        for (int at = 0; at < marks.size(); at++) {
            if (at == merged.size()) {
                merged.add(Value.ofNull());
            }
            merged.set(at, over(merged.get(at), marks.get(at)));
        }
        return Value.of(merged);
    }

    private static boolean marksAnything(Value marks) {
        if (marks instanceof Value.Fields fields) {
            return fields.values().values().stream().anyMatch(AfterUnknown::marksAnything);
        }
        return marks.equals(Value.of(true)) || marks.items().stream().anyMatch(AfterUnknown::marksAnything);
    }
}
