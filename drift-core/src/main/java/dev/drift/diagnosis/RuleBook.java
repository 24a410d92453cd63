package dev.drift.diagnosis;

import static java.util.Objects.requireNonNull;

import dev.drift.value.ValuePath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is known about resource types: the traits of their attributes, and which attributes siblings may own parts of. Data
 * only; how it is used is the judge's. Immutable, for any thread. Attributes are named without positions, nested ones with
 * dots: {@code ingress.cidr_blocks}.
 *
 * <p>A book of a thousand types is written in no time: what is said of a type is read when the type is first asked for.
 */
public final class RuleBook {

    /** Knows no type. The judge then goes by names that mean the same everywhere. */
    public static final RuleBook EMPTY = builder().build();

    private static final Map<String, Trait> SECTIONS =
            Arrays.stream(Trait.values()).collect(Collectors.toUnmodifiableMap(RuleBook::section, Function.identity()));

    private final Map<String, List<String>> facts;
    private final Map<String, Map<String, Ownership>> ownerships;
    private final Map<String, Map<Trait, Set<String>>> read = new ConcurrentHashMap<>();

    private RuleBook(Map<String, List<String>> facts, Map<String, Map<String, Ownership>> ownerships) {
        this.facts = facts;
        this.ownerships = ownerships;
    }

    /** Starts an empty book to be written. */
    public static Builder builder() {
        return new Builder();
    }

    /** Whether anything is said of the type's attributes. */
    public boolean knows(String type) {
        return facts.containsKey(type);
    }

    /** Whether the book says this of the place, or, except for {@link Trait#SET}, of a place above it. */
    public boolean says(String type, Trait trait, ValuePath place) {
        Set<String> names = traits(type).getOrDefault(trait, Set.of());
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
        return ownerships.getOrDefault(type, Map.of());
    }

    private Map<Trait, Set<String>> traits(String type) {
        List<String> said = facts.get(type);
        return said == null ? Map.of() : read.computeIfAbsent(type, key -> read(said));
    }

    private static Map<Trait, Set<String>> read(List<String> said) {
        Map<Trait, Set<String>> traits = new EnumMap<>(Trait.class);
        for (String line : said) {
            Set<String> names = new HashSet<>();
            for (String word : line.split(" ", -1)) {
                Trait trait = SECTIONS.get(word);
                if (trait == null) {
                    names.add(word);
                } else {
                    names = traits.computeIfAbsent(trait, key -> new HashSet<>());
                }
            }
        }
        return traits;
    }

    private static String section(Trait trait) {
        return trait.name().toLowerCase(Locale.ROOT) + ":";
    }

    /** Writes a book. Not for several threads. */
    public static final class Builder {
        private final Map<String, List<String>> facts = new HashMap<>();
        private final Map<String, Map<String, Ownership>> ownerships = new HashMap<>();

        private Builder() {}

        /** Attributes of a type have the trait. */
        public Builder trait(String type, Trait trait, String... attributes) {
            return facts(type, section(trait) + " " + String.join(" ", attributes));
        }

        /**
         * Attributes of a type have traits, as a text: attributes separated by single spaces, behind the trait they have, as in
         * {@code set: ingress egress computed: arn owner_id}.
         */
        public Builder facts(String type, String text) {
            requireNonNull(type, "type is null");
            facts.computeIfAbsent(type, key -> new ArrayList<>(2)).add(requireNonNull(text, "text is null"));
            return this;
        }

        /** Siblings may own parts of an attribute of the type. */
        public Builder ownership(String type, String attribute, Ownership ownership) {
            ownerships
                    .computeIfAbsent(type, key -> new TreeMap<>())
                    .put(attribute, requireNonNull(ownership, "ownership is null"));
            return this;
        }

        /** The book as written so far. */
        public RuleBook build() {
            Map<String, List<String>> said = new HashMap<>();
            facts.forEach((type, lines) -> said.put(type, List.copyOf(lines)));
            Map<String, Map<String, Ownership>> owned = new HashMap<>();
            ownerships.forEach(
                    (type, attributes) -> owned.put(type, Collections.unmodifiableMap(new TreeMap<>(attributes))));
            return new RuleBook(Map.copyOf(said), Map.copyOf(owned));
        }
    }
}
