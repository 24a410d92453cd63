package dev.drift.catalog;

import dev.drift.config.InvalidConfigException;
import dev.drift.config.Nearest;
import dev.drift.config.Problem;
import dev.drift.config.Problems;
import dev.drift.stack.Selector;
import dev.drift.stack.Stack;
import dev.drift.stack.StackFilter;
import dev.drift.stack.Tag;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says why a filter picks none of the stacks, and what it may have meant. */
record EmptySelection(StackFilter filter, List<Stack> stacks) {

    private static final String WHERE = "selector";

    InvalidConfigException refusal() {
        if (stacks.isEmpty()) {
            return InvalidConfigException.of(Problem.of("No stack was found"));
        }
        if (filter instanceof StackFilter.Both both) {
            return Stream.of(both.one(), both.other())
                    .filter(part -> stacks.stream().noneMatch(part::picks))
                    .findFirst()
                    .map(part -> new EmptySelection(part, stacks).refusal())
                    .orElseGet(() -> nothing(""));
        }
        return filter instanceof Selector selector ? refusal(selector) : nothing(nearest());
    }

    private InvalidConfigException nothing(String hint) {
        return InvalidConfigException.of(Problem.at(WHERE, "No stack is picked by \"" + filter + "\"" + hint));
    }

    private String nearest() {
        List<String> known = stacks.stream()
                .flatMap(stack -> stack.tags().stream())
                .map(Tag::text)
                .toList();
        return filter.wantedTags().stream()
                .filter(tag -> !known.contains(tag))
                .map(tag -> "; none is tagged " + tag + Nearest.question(tag, known))
                .collect(Collectors.joining());
    }

    private InvalidConfigException refusal(Selector selector) {
        Problems problems = new Problems();
        wanted(selector)
                .filter(term -> stacks.stream().noneMatch(stack -> term.isCarriedBy(stack.tags())))
                .forEach(term -> problems.add(WHERE, "No stack is tagged " + term + hint(term)));
        return problems.isEmpty() ? nothing(elsewhere(selector)) : new InvalidConfigException(problems.all());
    }

    private static Stream<Selector.Term> wanted(Selector selector) {
        return selector.terms().stream().filter(term -> !term.excludes());
    }

    /** The nearest values of its key; if there is no such key, the nearest tags; if none is near, what there is. */
    private String hint(Selector.Term term) {
        Collection<String> ofKey = terms(stacks, tag -> hasKeyOf(term, tag));
        String question = ofKey.isEmpty() ? Nearest.question(term.toString(), terms(stacks, tag -> true)) : near(term);
        if (!question.isEmpty()) {
            return question;
        }
        return ofKey.isEmpty()
                ? "; stacks are tagged " + listed(keys())
                : "; there " + (ofKey.size() == 1 ? "is " : "are ") + listed(ofKey);
    }

    /** Asked by values alone: the key they share would make all of them look alike. */
    private String near(Selector.Term term) {
        String key = term.key().map(name -> name + ":").orElse("");
        List<String> values = terms(stacks, tag -> hasKeyOf(term, tag)).stream()
                .map(known -> known.substring(key.length()))
                .toList();
        return Nearest.question(term.value(), values);
    }

    /** For each key, what the stacks that the rest of the selector picks carry instead. */
    private String elsewhere(Selector selector) {
        Set<String> seen = new HashSet<>();
        return wanted(selector)
                .filter(term -> term.key().isPresent())
                .filter(term -> seen.add(term.key().orElse("").toLowerCase(Locale.ROOT)))
                .map(term -> instead(selector, term))
                .collect(Collectors.joining());
    }

    private String instead(Selector selector, Selector.Term one) {
        Selector rest = new Selector(selector.terms().stream()
                .filter(term -> term.excludes() || !term.hasKeyOf(one))
                .toList());
        Collection<String> values = terms(stacks.stream().filter(rest::picks).toList(), tag -> hasKeyOf(one, tag));
        return values.isEmpty() || rest.isEverything() ? "" : "; " + rest + " is carried with " + listed(values);
    }

    private static boolean hasKeyOf(Selector.Term term, Tag tag) {
        return term.key().filter(tag::hasKey).isPresent();
    }

    private Collection<String> keys() {
        return stacks.stream()
                .flatMap(stack -> stack.tags().stream())
                .map(tag -> tag.key().map(key -> key + ":…").orElse(tag.text()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Collection<String> terms(List<Stack> stacks, Predicate<Tag> wanted) {
        return stacks.stream()
                .flatMap(stack -> stack.tags().stream())
                .filter(wanted)
                .map(Tag::term)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String listed(Collection<String> words) {
        int most = 8;
        String some = words.stream().limit(most).collect(Collectors.joining(", "));
        return words.isEmpty() ? "with nothing" : words.size() > most ? some + ", …" : some;
    }
}
