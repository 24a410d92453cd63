package dev.drift.aws.wire;

import dev.drift.diagnosis.Trait;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a schema says of a resource type that matters to a rule book: which attributes are sets, which only the provider sets,
 * and which are secrets. A place stands for what lies below it, except among sets.
 */
public final class SchemaFacts {

    private final Map<Trait, Set<String>> places = new EnumMap<>(Trait.class);

    private SchemaFacts() {
        Set.of(Trait.SET, Trait.COMPUTED, Trait.SECRET).forEach(trait -> places.put(trait, new TreeSet<>()));
    }

    /** The facts as a rule book's builder takes them: {@code set: ingress egress computed: arn owner_id}. */
    public static String of(SchemaBlock type) {
        SchemaFacts facts = new SchemaFacts();
        facts.block("", type, Collections.emptySet());
        return facts.places.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry ->
                        entry.getKey().name().toLowerCase(Locale.ROOT) + ": " + String.join(" ", entry.getValue()))
                .collect(Collectors.joining(" "));
    }

    /** Of what is said above, nothing is said again below. */
    private void block(String above, SchemaBlock block, Set<Trait> said) {
        for (SchemaAttribute attribute : block.attributes()) {
            attribute(above + attribute.name(), attribute, said);
        }
        for (NestedBlock nested : block.blocks()) {
            if (nested.nesting().isSet()) {
                say(Trait.SET, above + nested.name());
            }
            block(above + nested.name() + ".", nested.block(), said);
        }
    }

    private void attribute(String place, SchemaAttribute attribute, Set<Trait> saidAbove) {
        Set<Trait> said = new TreeSet<>(saidAbove);
        if (attribute.isProvidersOwn() && said.add(Trait.COMPUTED)) {
            say(Trait.COMPUTED, place);
        }
        if (attribute.qualities().contains(SchemaAttribute.Quality.SENSITIVE) && said.add(Trait.SECRET)) {
            say(Trait.SECRET, place);
        }
        sets(place, attribute.type());
        attribute.nested().ifPresent(nested -> {
            if (nested.nesting().isSet()) {
                say(Trait.SET, place);
            }
            block(place + ".", nested.block(), said);
        });
    }

    private void sets(String place, AttributeType type) {
        if (type.isSet()) {
            say(Trait.SET, place);
        }
        type.fields().forEach((name, field) -> sets(place + "." + name, field));
        if (!type.element().written().isNull()) {
            sets(place, type.element());
        }
    }

    private void say(Trait trait, String place) {
        places.computeIfAbsent(trait, none -> new TreeSet<>()).add(place);
    }
}
