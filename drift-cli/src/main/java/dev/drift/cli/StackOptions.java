package dev.drift.cli;

import dev.drift.cli.estate.DriftFile;
import dev.drift.cli.estate.DriftYaml;
import dev.drift.config.InvalidConfigException;
import dev.drift.config.Nearest;
import dev.drift.config.Problem;
import dev.drift.config.Problems;
import dev.drift.estate.Cell;
import dev.drift.estate.CellFilter;
import dev.drift.estate.Environment;
import dev.drift.estate.EnvironmentDefinition;
import dev.drift.estate.EstateDefinition;
import dev.drift.estate.Region;
import dev.drift.stack.Selector;
import dev.drift.stack.StackFilter;
import dev.drift.terramate.tag.TagFilter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Which stacks are meant. */
final class StackOptions {

    @Option(
            names = "--root",
            paramLabel = "DIR",
            description = "A directory of the repository; stacks at or below it count. Default: this one.")
    Path root = Path.of("");

    @Option(
            names = "--select",
            paramLabel = "SELECTOR",
            description = {
                "Stacks by their tags: Key:value terms separated by commas. Different keys must all hold, a repeated"
                        + " key means any of its values, a bare word asks for a bare tag, ! excludes. Upper and lower case"
                        + " are the same."
            })
    Optional<String> select = Optional.empty();

    @Option(
            names = "--tags",
            paramLabel = "FILTER",
            description = "Stacks by Terramate's own filter, where : is AND and , is OR. Not together with --select.")
    List<String> tags = new ArrayList<>();

    @Option(
            names = "--no-tags",
            paramLabel = "TAGS",
            description = "Leave out stacks with any of these tags, as Terramate does. Not together with --select.")
    List<String> noTags = new ArrayList<>();

    @Option(names = "--environment", paramLabel = "NAME", description = "Stacks of this environment. May be repeated.")
    List<String> environments = new ArrayList<>();

    @Option(names = "--region", paramLabel = "NAME", description = "Stacks of this region. May be repeated.")
    List<String> regions = new ArrayList<>();

    @Option(names = "--allow-empty", description = "Let nothing be selected. Without it that is an error.")
    boolean emptyAllowed;

    /** What {@code drift.yaml} says, if it was read already. */
    Optional<DriftFile> read = Optional.empty();

    /** What {@code drift.yaml} says, or what holds without one. */
    DriftFile file(Surroundings surroundings) {
        return read.orElseGet(() -> file(root, surroundings));
    }

    /** What {@code drift.yaml} above a directory says, or what holds without one. */
    static DriftFile file(Path root, Surroundings surroundings) {
        return DriftYaml.above(surroundings.at(root))
                .map(file -> DriftYaml.read(named(file, surroundings.directory()), file))
                .orElse(DriftFile.NONE);
    }

    private static String named(Path file, Path directory) {
        return (file.startsWith(directory) ? directory.relativize(file) : file).toString();
    }

    /**
     * What the options mean together in an estate; what is wrong with them is added to the problems. Without a definition an
     * environment is a tag.
     */
    StackFilter filter(EstateDefinition estate, Problems problems) {
        boolean terramate = !tags.isEmpty() || !noTags.isEmpty();
        if (select.filter(String::isBlank).isPresent()) {
            problems.add("--select", "A selector is missing: leave the option out to select every stack");
        }
        if (terramate && select.isPresent()) {
            problems.add(
                    "--select",
                    "Cannot be used together with --tags or --no-tags: they mean different things by : and ,");
        }
        if (!estate.environments().isEmpty()) {
            return cells(estate, problems).both(selected(Selector.EVERYTHING, problems));
        }
        return selected(any("environment", environments, problems).and(any("region", regions, problems)), problems);
    }

    private StackFilter cells(EstateDefinition estate, Problems problems) {
        List<String> known = estate.environments().stream()
                .map(defined -> defined.environment().name())
                .toList();
        List<Environment> wanted = any("environment", environments, problems).terms().stream()
                .map(term -> new Environment(term.value()))
                .toList();
        wanted.stream()
                .filter(environment -> !environment.name().equals(Cell.UNASSIGNED.toString()))
                .filter(environment -> estate.of(environment).isEmpty())
                .forEach(unknown -> problems.add(
                        "--environment",
                        "There is no environment " + unknown + " in " + DriftYaml.NAME
                                + Nearest.question(unknown.name(), known)));
        List<Region> places = any("region", regions, problems).terms().stream()
                .map(term -> new Region(term.value()))
                .toList();
        return new CellFilter(estate, wanted, places);
    }

    /** The environments that are named; all that are defined if none is. */
    Set<Environment> named(EstateDefinition estate) {
        return estate.environments().stream()
                .map(EnvironmentDefinition::environment)
                .filter(environment ->
                        environments.isEmpty() || environments.stream().anyMatch(environment.name()::equalsIgnoreCase))
                .collect(Collectors.toSet());
    }

    private StackFilter selected(Selector named, Problems problems) {
        StackFilter theirs =
                parsed(() -> TagFilter.parse(tags, noTags), "", problems).orElse(TagFilter.EVERYTHING);
        return parsed(() -> Selector.parse(select.orElse("")), "--select", problems)
                .map(own -> joined(own, named))
                .orElse(named)
                .both(theirs);
    }

    /** The one value of an option that may be repeated, if it was given once. */
    static Optional<String> only(List<String> values) {
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    /** The one value that a filter asks of a key, by whichever option; empty if it asks for several or for none. */
    static Optional<String> only(String key, StackFilter filter) {
        return only(values(key, filter).distinct().toList());
    }

    private static Stream<String> values(String key, StackFilter filter) {
        if (filter instanceof StackFilter.Both both) {
            return Stream.of(both.one(), both.other()).flatMap(part -> values(key, part));
        }
        return filter instanceof Selector selector
                ? selector.terms().stream()
                        .filter(term -> !term.excludes())
                        .filter(term -> term.key().filter(key::equalsIgnoreCase).isPresent())
                        .map(Selector.Term::value)
                : Stream.empty();
    }

    /** As one selector, unless both speak of one key: its values would then be alternatives, and both must hold. */
    private static StackFilter joined(Selector own, Selector named) {
        boolean apart =
                own.terms().stream().noneMatch(term -> named.terms().stream().anyMatch(other -> other.hasKeyOf(term)));
        return apart ? own.and(named) : own.both(named);
    }

    private static Selector any(String key, List<String> values, Problems problems) {
        Stream<String> blank = values.stream().filter(String::isBlank);
        blank.findFirst().ifPresent(none -> problems.add("--" + key, "A name is missing"));
        return new Selector(values.stream()
                .filter(value -> !value.isBlank())
                .map(value -> new Selector.Term(false, Optional.of(key), value.strip()))
                .toList());
    }

    private static <T> Optional<T> parsed(Supplier<T> parser, String where, Problems problems) {
        try {
            return Optional.of(parser.get());
        } catch (InvalidConfigException wrong) {
            wrong.problems()
                    .forEach(problem -> problems.add(where.isEmpty() ? problem : Problem.at(where, problem.message())));
            return Optional.empty();
        }
    }
}
