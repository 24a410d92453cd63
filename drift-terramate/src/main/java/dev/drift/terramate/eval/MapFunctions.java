package dev.drift.terramate.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Functions of maps and objects. */
final class MapFunctions {

    private MapFunctions() {}

    static List<HclFunction> all() {
        return List.of(
                HclFunction.atLeast("tm_merge", 0, MapFunctions::merge),
                HclFunction.of("tm_keys", 1, MapFunctions::keys),
                HclFunction.of("tm_values", 1, MapFunctions::values),
                HclFunction.between("tm_lookup", 2, 3, MapFunctions::lookup),
                HclFunction.of("tm_zipmap", 2, MapFunctions::zip),
                HclFunction.of("tm_transpose", 1, MapFunctions::transpose));
    }

    private static HclValue merge(Arguments arguments) {
        Map<String, HclValue> merged = new TreeMap<>();
        boolean allMaps = true;
        for (HclValue argument : arguments.from(0)) {
            if (!argument.isNull()) {
                HclValue.Mapping mapping = Conversion.toMapping(argument);
                allMaps &= mapping.form() == HclValue.Mapping.Form.MAP;
                merged.putAll(mapping.entries());
            }
        }
        HclValue.Mapping object = HclValue.Mapping.object(merged);
        return allMaps && !merged.isEmpty() ? Conversion.toMap(object) : object;
    }

    private static HclValue keys(Arguments arguments) {
        HclValue.Mapping mapping = arguments.mapping(0);
        List<HclValue> keys =
                mapping.entries().keySet().stream().map(HclValue::of).toList();
        return sequenceFrom(mapping, keys);
    }

    private static HclValue values(Arguments arguments) {
        HclValue.Mapping mapping = arguments.mapping(0);
        return sequenceFrom(mapping, List.copyOf(mapping.entries().values()));
    }

    private static HclValue sequenceFrom(HclValue.Mapping mapping, List<HclValue> items) {
        return mapping.form() == HclValue.Mapping.Form.MAP
                ? HclValue.Sequence.list(items)
                : HclValue.Sequence.tuple(items);
    }

    private static HclValue lookup(Arguments arguments) {
        HclValue.Mapping mapping = arguments.mapping(0);
        HclValue found = mapping.entries().get(arguments.text(1));
        if (found != null) {
            return found;
        }
        if (arguments.count() < 3) {
            throw new Refusal("there is no such key, and no default");
        }
        HclValue fallback = arguments.any(2);
        if (mapping.form() == HclValue.Mapping.Form.MAP && !fits(fallback, mapping)) {
            throw new Refusal("the default is not of the type of the values");
        }
        return fallback;
    }

    private static boolean fits(HclValue value, HclValue.Mapping mapping) {
        HclType type = HclType.of(value);
        return mapping.entries().values().stream()
                .allMatch(item -> HclType.of(item).equals(type));
    }

    private static HclValue zip(Arguments arguments) {
        List<String> keys = arguments.texts(0);
        HclValue.Sequence values = arguments.sequence(1);
        if (keys.size() != values.items().size()) {
            throw new Refusal(
                    "there are " + keys.size() + " keys and " + values.items().size() + " values");
        }
        Map<String, HclValue> entries = new TreeMap<>();
        for (int i = 0; i < keys.size(); i++) {
            entries.put(keys.get(i), values.items().get(i));
        }
        return values.kind() == HclValue.Sequence.Kind.TUPLE
                ? HclValue.Mapping.object(entries)
                : HclValue.Mapping.map(entries);
    }

    private static HclValue transpose(Arguments arguments) {
        Map<String, List<String>> transposed = new TreeMap<>();
        arguments
                .mapping(0)
                .entries()
                .forEach((key, list) -> Conversion.toSequence(list)
                        .items()
                        .forEach(item -> transposed
                                .computeIfAbsent(Conversion.toText(item), name -> new ArrayList<>())
                                .add(key)));
        Map<String, HclValue> entries = new TreeMap<>();
        transposed.forEach((key, names) -> entries.put(
                key,
                HclValue.Sequence.list(names.stream()
                        .sorted(CodePointOrder.INSTANCE)
                        .map(HclValue::of)
                        .toList())));
        return HclValue.Mapping.map(entries);
    }
}
