package dev.drift.stack;

import static java.util.Objects.requireNonNull;

import dev.drift.config.Problems;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Picks stacks by their tags (design 4): terms separated by commas, {@code Environment:prod,Region:eu-central-1}. Terms with
 * different keys must all hold; of the terms that repeat a key any may hold; a bare word asks for a bare tag; {@code !}
 * before a term excludes. Upper and lower case are the same. {@code Region:global} also picks the stacks that name no region.
 */
public record Selector(List<Term> terms) implements StackFilter {

    /** Picks every stack. */
    public static final Selector EVERYTHING = new Selector(List.of());

    public Selector {
        terms = List.copyOf(terms);
    }

    /**
     * The selector that the text writes; a blank text picks everything.
     *
     * @throws dev.drift.config.InvalidConfigException naming every term that is none
     */
    public static Selector parse(String text) {
        if (text.isBlank()) {
            return EVERYTHING;
        }
        Problems problems = new Problems();
        List<Term> terms = Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .flatMap(written -> Term.parse(written, text, problems).stream())
                .toList();
        problems.throwIfAny();
        return new Selector(terms);
    }

    /** Both selectors must pick the stack; terms of equal keys join. */
    public Selector and(Selector other) {
        return new Selector(java.util.stream.Stream.concat(terms.stream(), other.terms.stream())
                .toList());
    }

    @Override
    public boolean isEverything() {
        return terms.isEmpty();
    }

    @Override
    public boolean picks(Stack stack) {
        // Asked of every stack for every environment, several times a run: loops cost a fraction of streams here.
        for (Term term : terms) {
            boolean carried = term.isCarriedBy(stack.tags());
            if (term.excludes() ? carried : !carried && !isCarriedInPlaceOf(term, stack.tags())) {
                return false;
            }
        }
        return true;
    }

    /** Whether another value of the same key is carried. */
    private boolean isCarriedInPlaceOf(Term missing, Collection<Tag> tags) {
        for (Term term : terms) {
            if (!term.excludes() && term.isAlternativeTo(missing) && term.isCarriedBy(tags)) {
                return true;
            }
        }
        return false;
    }

    /** The selector as it is written, terms in their order. */
    @Override
    public String toString() {
        return terms.stream().map(Term::toString).collect(Collectors.joining(","));
    }

    /**
     * One term, as it is written; it means the same, and equals, in upper and lower case.
     *
     * @param excludes whether a stack that carries it is left out
     * @param key the key; empty for a bare word
     * @param value the value or the bare word
     */
    public record Term(boolean excludes, Optional<String> key, String value) {

        private static final String REGION = "region";

        public Term {
            requireNonNull(key, "key is null");
            requireNonNull(value, "value is null");
        }

        /** Whether one of the tags carries this term. */
        public boolean isCarriedBy(Collection<Tag> tags) {
            for (Tag tag : tags) {
                if (isCarriedBy(tag)) {
                    return true;
                }
            }
            return isGlobal() && tags.stream().noneMatch(tag -> tag.hasKey(REGION));
        }

        private boolean isGlobal() {
            return key.filter(REGION::equalsIgnoreCase).isPresent() && value.equalsIgnoreCase("global");
        }

        private boolean isCarriedBy(Tag tag) {
            return key.isPresent()
                    ? tag.hasKey(key.get()) && tag.value().equalsIgnoreCase(value)
                    : tag.text().equalsIgnoreCase(value);
        }

        /** Bare words are all asked for at once, so none stands in for another. */
        private boolean isAlternativeTo(Term other) {
            return key.isPresent() && hasKeyOf(other);
        }

        /** Whether both speak of the same key. */
        public boolean hasKeyOf(Term other) {
            return key.isPresent() == other.key.isPresent() && key.orElse("").equalsIgnoreCase(other.key.orElse(""));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Term term && term.toString().equalsIgnoreCase(toString());
        }

        @Override
        public int hashCode() {
            return toString().toLowerCase(Locale.ROOT).hashCode();
        }

        @Override
        public String toString() {
            return (excludes ? "!" : "") + key.map(name -> name + ":").orElse("") + value;
        }

        private static Optional<Term> parse(String written, String whole, Problems problems) {
            boolean excludes = written.startsWith("!");
            String term = excludes ? written.substring(1).strip() : written;
            int colon = term.indexOf(':');
            String key = colon < 0 ? "" : term.substring(0, colon).strip();
            String value = term.substring(colon + 1).strip();
            if (value.isEmpty() || (colon >= 0 && key.isEmpty())) {
                problems.add(
                        "selector", "\"" + written + "\" is no term in \"" + whole + "\": write Key:value or word");
                return Optional.empty();
            }
            if (value.indexOf(':') >= 0) {
                problems.add("selector", "\"" + written + "\" has two colons: separate terms with a comma");
                return Optional.empty();
            }
            return Optional.of(new Term(excludes, colon < 0 ? Optional.empty() : Optional.of(key), value));
        }
    }
}
