package dev.drift.terramate.tag;

import static java.util.Objects.requireNonNull;

import dev.drift.config.Problems;
import dev.drift.stack.Stack;
import dev.drift.stack.StackFilter;
import dev.drift.stack.Tag;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Terramate's filter of stacks by tags, with its exact meaning: {@code :} is AND and binds tighter than {@code ,}, which is
 * OR; repeating {@code --tags} is OR; {@code --no-tags} leaves out stacks that carry any of its tags. Tags compare exactly.
 *
 * @param anyOf alternatives of tags that are all asked for; if empty nothing is picked, if absent nothing is asked
 * @param noneOf tags that leave a stack out
 */
public record TagFilter(Optional<List<List<String>>> anyOf, List<String> noneOf) implements StackFilter {

    /** Picks every stack. */
    public static final TagFilter EVERYTHING = new TagFilter(Optional.empty(), List.of());

    public TagFilter {
        anyOf = requireNonNull(anyOf, "anyOf is null")
                .map(alternatives -> alternatives.stream().map(List::copyOf).toList());
        noneOf = List.copyOf(noneOf);
    }

    /**
     * The filter of the values of {@code --tags} and {@code --no-tags}, each as given on the command line.
     *
     * @throws dev.drift.config.InvalidConfigException naming everything that is no tag
     */
    public static TagFilter parse(List<String> tags, List<String> noTags) {
        Problems problems = new Problems();
        tags.stream().flatMap(filter -> leaves(filter, "[,:]")).forEach(tag -> check("--tags", tag, problems));
        List<String> unwanted = noTags.stream().flatMap(TagFilter::unwanted).toList();
        unwanted.forEach(tag -> check("--no-tags", tag, problems));
        problems.throwIfAny();
        List<String> asked = tags.stream().filter(filter -> !filter.isEmpty()).toList();
        return new TagFilter(
                asked.isEmpty()
                        ? Optional.empty()
                        : Optional.of(asked.stream()
                                .flatMap(filter -> leaves(filter, ","))
                                .filter(branch -> !branch.isEmpty())
                                .map(branch -> leaves(branch, ":").toList())
                                .toList()),
                unwanted);
    }

    @Override
    public boolean isEverything() {
        return anyOf.isEmpty() && noneOf.isEmpty();
    }

    @Override
    public List<String> wantedTags() {
        return anyOf.stream()
                .flatMap(List::stream)
                .flatMap(List::stream)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
    }

    @Override
    public boolean picks(Stack stack) {
        return picks(stack.tags().stream().map(Tag::text).toList());
    }

    /** Whether a stack with those tags is picked. */
    public boolean picks(Collection<String> tags) {
        Set<String> carried = Set.copyOf(tags);
        return noneOf.stream().noneMatch(carried::contains)
                && (anyOf.isEmpty() || anyOf.get().stream().anyMatch(all -> isMetBy(all, carried)));
    }

    /** What {@code --tags} would be given for it, followed by the tags left out. */
    @Override
    public String toString() {
        String wanted = anyOf.map(alternatives ->
                        alternatives.stream().map(all -> String.join(":", all)).collect(Collectors.joining(",")))
                .orElse("");
        return noneOf.isEmpty() ? wanted : (wanted + " without " + String.join(",", noneOf)).strip();
    }

    /** An empty tag between colons is never carried, not even by a stack that has the empty tag. */
    private static boolean isMetBy(List<String> all, Set<String> carried) {
        return all.stream().allMatch(tag -> !tag.isEmpty() && carried.contains(tag));
    }

    /** What the command line splits at commas for Terramate: an empty end is no value, an empty beginning is. */
    private static Stream<String> unwanted(String tags) {
        String ended = tags.endsWith(",") ? tags.substring(0, tags.length() - 1) : tags;
        return tags.isEmpty() ? Stream.empty() : leaves(ended, ",");
    }

    private static Stream<String> leaves(String filter, String separators) {
        return Arrays.stream(filter.split(separators, -1));
    }

    private static void check(String option, String tag, Problems problems) {
        TagSyntax.objection(tag)
                .ifPresent(objection -> problems.add(option, "\"" + tag + "\" is no tag: " + objection));
    }
}
