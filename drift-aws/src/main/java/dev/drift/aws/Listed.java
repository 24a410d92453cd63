package dev.drift.aws;

import dev.drift.diagnosis.Ownership;
import dev.drift.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A list attribute whose items siblings may own.
 *
 * @param itemForm brings an item into canonical parts
 * @param claimed what a sibling claims, by the link that joins it
 */
record Listed(Function<Value, List<Value>> itemForm, Map<Link, Function<Value, List<Value>>> claimed)
        implements Ownership {

    Listed {
        claimed = new LinkedHashMap<>(claimed);
    }

    /** A list of texts, each of which a sibling may name in an attribute, alone or among others. */
    static Listed texts(String siblingAttribute, Link... links) {
        Map<Link, Function<Value, List<Value>>> claimed = new LinkedHashMap<>();
        for (Link link : links) {
            claimed.put(link, sibling -> itemsOf(sibling.field(siblingAttribute)));
        }
        return new Listed(List::of, claimed);
    }

    /** The same list, claimed under another attribute by further siblings. */
    Listed and(Listed other) {
        Map<Link, Function<Value, List<Value>>> all = new LinkedHashMap<>(claimed);
        all.putAll(other.claimed);
        return new Listed(itemForm, all);
    }

    @Override
    public List<Value> parts(Value attribute) {
        return attribute.items().stream().flatMap(this::parted).toList();
    }

    @Override
    public List<Value> claims(String type, Value sibling, Value owner) {
        return claimed.entrySet().stream()
                .filter(entry -> entry.getKey().joins(type, sibling, owner))
                .flatMap(entry -> entry.getValue().apply(sibling).stream())
                .flatMap(this::parted)
                .toList();
    }

    private Stream<Value> parted(Value item) {
        return item instanceof Value.Unknown ? Stream.of(item) : itemForm.apply(item).stream();
    }

    private static List<Value> itemsOf(Value value) {
        return value instanceof Value.Items items
                ? items.values()
                : Stream.of(value).filter(item -> !item.isNull()).toList();
    }
}
