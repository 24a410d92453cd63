package dev.drift.catalog;

import dev.drift.config.InvalidConfigException;
import dev.drift.config.Problem;
import dev.drift.config.Problems;
import dev.drift.stack.Selector;
import dev.drift.stack.Stack;
import dev.drift.stack.Suggestions;
import dev.drift.stack.Tag;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says why a selector picks none of the stacks, and what it may have meant. */
record EmptySelection(Selector selector, List<Stack> stacks) {

    private static final String WHERE = "selector";

    InvalidConfigException refusal() {
        if (stacks.isEmpty()) {
            return InvalidConfigException.of(Problem.of("No stack was found"));
        }
        Problems problems = new Problems();
        included()
                .filter(term -> stacks.stream().noneMatch(stack -> term.isCarriedBy(stack.tags())))
                .forEach(term -> problems.add(WHERE, "No stack is tagged " + term + nearest(term)));
        if (problems.isEmpty()) {
            problems.add(WHERE, "No stack is picked by \"" + selector + "\"" + elsewhere());
        }
        return new InvalidConfigException(problems.all());
    }

    private Stream<Selector.Term> included() {
        return selector.terms().stream().filter(term -> !term.excludes());
    }

    private String nearest(Selector.Term term) {
        List<String> tags =
                Suggestions.nearest(term.toString(), tags(stacks).map(Tag::term).toList());
        return tags.isEmpty() ? "; no stack is tagged at all" : "; nearest: " + String.join(", ", tags);
    }

    /** For each key, what the stacks that the rest of the selector picks carry instead. */
    private String elsewhere() {
        return included()
                .map(term -> term.key().orElse(""))
                .filter(key -> !key.isEmpty())
                .distinct()
                .map(this::instead)
                .collect(Collectors.joining());
    }

    private String instead(String key) {
        Selector rest = new Selector(selector.terms().stream()
                .filter(term -> term.excludes() || !term.key().equals(Optional.of(key)))
                .toList());
        TreeSet<String> values = tags(stacks.stream().filter(rest::picks).toList())
                .filter(tag -> tag.hasKey(key))
                .map(Tag::term)
                .collect(Collectors.toCollection(TreeSet::new));
        return values.isEmpty() || rest.isEverything() ? "" : "; \"" + rest + "\" has " + String.join(", ", values);
    }

    private static Stream<Tag> tags(List<Stack> stacks) {
        return stacks.stream().flatMap(stack -> stack.tags().stream());
    }
}
