package dev.drift.diagnosis;

import static java.util.Objects.requireNonNull;

import dev.drift.value.ValuePath;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is known about resource types: the traits of their attributes, and which attributes siblings may own parts of. Data
 * only; how it is used is the judge's. Immutable, for any thread. Attributes are named without positions, nested ones with
 * dots: {@code ingress.cidr_blocks}.
 */
public final class RuleBook {

    /** Knows no type. The judge then goes by names that mean the same everywhere. */
    public static final RuleBook EMPTY = new RuleBook(Map.of());

    private final Map<String, Type> types;

    private RuleBook(Map<String, Type> types) {
        this.types = types;
    }

    /** Starts an empty book to be written. */
    public static Builder builder() {
        return new Builder();
    }

    /** Whether the type is known at all. */
    public boolean knows(String type) {
        return types.containsKey(type);
    }

    /** Whether the book says this of the place, or, except for {@link Trait#SET}, of a place above it. */
    public boolean says(String type, Trait trait, ValuePath place) {
        Set<String> names = type(type).attributes.getOrDefault(trait, Set.of());
        if (names.isEmpty()) {
            return false;
        }
        String name = place.names();
        if (trait == Trait.SET) {
            return names.contains(name);
        }
        while (!names.contains(name)) {
            int dot = name.lastIndexOf('.');
            if (dot < 0) {
                return false;
            }
            name = name.substring(0, dot);
        }
        return true;
    }

    /** The attributes of a type that siblings may own parts of. */
    public Map<String, Ownership> ownerships(String type) {
        return type(type).ownerships;
    }

    private Type type(String type) {
        return types.getOrDefault(type, Type.UNKNOWN);
    }

    private record Type(Map<Trait, Set<String>> attributes, Map<String, Ownership> ownerships) {
        private static final Type UNKNOWN = new Type(Map.of(), Map.of());
    }

    /** Writes a book. Not for several threads. */
    public static final class Builder {
        private final Map<String, Type> types = new HashMap<>();

        private Builder() {}

        /** Attributes of a type have the trait. */
        public Builder trait(String type, Trait trait, String... attributes) {
            return trait(type, trait, List.of(attributes));
        }

        /** Attributes of a type have the trait. */
        public Builder trait(String type, Trait trait, Collection<String> attributes) {
            open(type).attributes.computeIfAbsent(trait, key -> new TreeSet<>()).addAll(attributes);
            return this;
        }

        /** Siblings may own parts of an attribute of the type. */
        public Builder ownership(String type, String attribute, Ownership ownership) {
            open(type).ownerships.put(attribute, requireNonNull(ownership, "ownership is null"));
            return this;
        }

        /** The book as written so far. */
        public RuleBook build() {
            Map<String, Type> copy = new HashMap<>();
            types.forEach((name, type) -> copy.put(name, frozen(type)));
            return new RuleBook(Map.copyOf(copy));
        }

        private Type open(String type) {
            return types.computeIfAbsent(type, key -> new Type(new EnumMap<>(Trait.class), new TreeMap<>()));
        }

        private static Type frozen(Type type) {
            Map<Trait, Set<String>> attributes = new EnumMap<>(Trait.class);
            type.attributes.forEach((trait, names) -> attributes.put(trait, Set.copyOf(names)));
            return new Type(attributes, Map.copyOf(type.ownerships));
        }
    }
}
