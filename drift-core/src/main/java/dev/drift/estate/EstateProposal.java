package dev.drift.estate;

import static java.util.Objects.requireNonNull;

import dev.drift.stack.Selector;
import dev.drift.stack.Stack;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How an estate looks like it is divided, judged by the tags of its stacks.
 *
 * @param estate what it looks like
 * @param remarks what was guessed and from what, one sentence each
 */
public record EstateProposal(EstateDefinition estate, List<String> remarks) {

    private static final List<String> KEYS = List.of("environment", "env", "stage");
    private static final List<String> IMPORTANT_FIRST = List.of("prod", "qa", "dev");

    public EstateProposal {
        requireNonNull(estate, "estate is null");
        remarks = List.copyOf(remarks);
    }

    /** A proposal for the stacks of a repository. */
    public static EstateProposal of(Collection<Stack> stacks) {
        Optional<String> key = KEYS.stream()
                .filter(name ->
                        stacks.stream().anyMatch(stack -> stack.tagged(name).isPresent()))
                .findFirst();
        if (key.isEmpty()) {
            return new EstateProposal(
                    EstateDefinition.UNDEFINED,
                    List.of("No stack carries a tag such as environment/prod, so no environment is defined: tag the"
                            + " stacks, or select them by what they carry"));
        }
        List<String> remarks = new ArrayList<>();
        List<EnvironmentDefinition> environments = names(stacks, key.get())
                .map(name -> environment(name, key.get(), stacks, remarks))
                .toList();
        EstateDefinition estate = new EstateDefinition(environments, EstateDefinition.USUAL_ON_DEMAND, List.of());
        remarks.add(
                0,
                "Environments are the values of the tag " + key.get() + ": "
                        + joined(environments.stream()
                                .map(EnvironmentDefinition::environment)
                                .map(Environment::name)));
        remarkUnassigned(estate, stacks, remarks);
        return new EstateProposal(estate, remarks);
    }

    private static Stream<String> names(Collection<Stack> stacks, String key) {
        return stacks.stream()
                .flatMap(stack -> stack.tagged(key).stream())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .distinct()
                .sorted(Comparator.<String>comparingInt(EstateProposal::importance)
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static int importance(String name) {
        int known = IMPORTANT_FIRST.indexOf(name);
        return known < 0 ? IMPORTANT_FIRST.size() : known;
    }

    private static EnvironmentDefinition environment(
            String name, String key, Collection<Stack> stacks, List<String> remarks) {
        Environment environment = new Environment(name);
        Selector select = new Selector(List.of(new Selector.Term(false, Optional.of(key), name)));
        List<Stack> own = stacks.stream().filter(select::picks).toList();
        List<Region> regions = own.stream()
                .flatMap(stack -> Region.of(stack).stream())
                .distinct()
                .sorted(Comparator.comparing(Region::name))
                .toList();
        long global = own.stream().filter(stack -> Region.of(stack).isEmpty()).count();
        remarks.add(name + ": " + counted(own.size()) + regions(regions, global));
        Rhythm rhythm = Rhythm.usual(environment);
        remarks.add(name + ": the schedule \"" + rhythm.schedule().orElseThrow() + "\" and the freshness "
                + rhythm.freshness().orElseThrow() + " are guessed by its name");
        return new EnvironmentDefinition(environment, select, regions, rhythm, Means.usual(environment), Duties.NONE);
    }

    private static String regions(List<Region> regions, long global) {
        String named = regions.isEmpty() ? "" : " in " + joined(regions.stream().map(Region::name));
        return named + (global == 0 ? "" : (regions.isEmpty() ? ", " : "; ") + global + " of them without a region");
    }

    private static void remarkUnassigned(EstateDefinition estate, Collection<Stack> stacks, List<String> remarks) {
        List<Stack> unassigned = stacks.stream()
                .filter(stack -> estate.cellOf(stack).equals(Cell.UNASSIGNED))
                .sorted()
                .toList();
        if (!unassigned.isEmpty()) {
            remarks.add("In no environment, and so in the cell unassigned: " + counted(unassigned.size()) + ", "
                    + joined(unassigned.stream().limit(5).map(Stack::toString))
                    + (unassigned.size() > 5 ? ", …" : ""));
        }
    }

    private static String counted(int stacks) {
        return stacks == 1 ? "1 stack" : stacks + " stacks";
    }

    private static String joined(Stream<String> words) {
        return words.collect(Collectors.joining(", "));
    }
}
