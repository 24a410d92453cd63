package dev.drift.audit;

import dev.drift.estate.CellFilter;
import dev.drift.estate.Environment;
import dev.drift.stack.Selector;
import dev.drift.stack.StackFilter;
import dev.drift.stack.Tag;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The environments that somebody asked for by name, also where no stack is in them. */
final class AskedEnvironments {

    private static final String KEY = "environment";

    private AskedEnvironments() {}

    /** Those that a filter names; none where it names none, and then it asks for all. */
    static Set<Environment> of(StackFilter filter) {
        return names(filter).map(Environment::new).collect(Collectors.toSet());
    }

    private static Stream<String> names(StackFilter filter) {
        if (filter instanceof StackFilter.Both both) {
            return Stream.of(both.one(), both.other()).flatMap(AskedEnvironments::names);
        }
        if (filter instanceof CellFilter cells) {
            return cells.environments().stream().map(Environment::name);
        }
        if (filter instanceof Selector selector) {
            return selector.terms().stream()
                    .filter(term -> !term.excludes()
                            && term.key().filter(KEY::equalsIgnoreCase).isPresent())
                    .map(Selector.Term::value);
        }
        return filter.wantedTags().stream()
                .map(Tag::of)
                .filter(tag -> tag.hasKey(KEY))
                .map(Tag::value);
    }
}
