package dev.drift.cli;

import dev.drift.catalog.ChangedStack;
import dev.drift.catalog.ChangedStacks;
import dev.drift.config.Nearest;
import dev.drift.config.Problems;
import dev.drift.terramate.TerramateCatalog;
import dev.drift.terramate.UncommittedStacks;
import dev.drift.terramate.change.Safeguard;
import dev.drift.terramate.process.UserEnvironment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Which code may be applied although nobody could look it up later. */
final class SafeguardOptions {

    private static final String NAME = "--disable-safeguards";
    private static final List<String> EVERYTHING = List.of("all", "git");
    private static final String NOTHING = "none";
    private static final String VARIABLE = "TM_DISABLE_SAFEGUARDS";

    /** Terramate's other ones, which are never asked here. */
    private static final List<String> UNASKED = List.of("git-out-of-sync", "outdated-code");

    @Option(
            names = NAME,
            paramLabel = "NAMES",
            split = ",",
            description = {
                "Apply code that is not committed as well: git-untracked for files that git does not track, git-uncommitted"
                        + " for changes of others; git or all for both. Default: what TM_DISABLE_SAFEGUARDS says, else none, and"
                        + " such stacks are refused."
            })
    List<String> disabled = new ArrayList<>();

    @Option(names = "-X", description = "The same as --disable-safeguards=all.")
    boolean allDisabled;

    /** Adds what is wrong with the options, or with the variable that stands in for them, to the problems. */
    void check(Surroundings surroundings, Problems problems) {
        List<String> known = Stream.of(
                        EVERYTHING.stream(),
                        Stream.of(NOTHING),
                        Arrays.stream(Safeguard.values()).map(Safeguard::word),
                        UNASKED.stream())
                .flatMap(names -> names)
                .toList();
        names(surroundings).stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> problems.add(
                        disabled.isEmpty() ? VARIABLE : NAME,
                        "\"" + name + "\" is no safeguard" + Nearest.question(name, known)));
    }

    /** As Terramate has it: what is said here, else what the variable says. */
    private List<String> names(Surroundings surroundings) {
        String said = surroundings.environment().getOrDefault(VARIABLE, "");
        return !disabled.isEmpty() || said.isBlank()
                ? disabled
                : Arrays.stream(said.split(",", -1)).map(String::strip).toList();
    }

    /** The stacks at or below a directory that must not be applied, each with the option that lets it pass; empty if all may be. */
    Optional<ChangedStacks> refused(Path directory, Surroundings surroundings) {
        Set<Safeguard> kept = kept(names(surroundings));
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        ChangedStacks uncommitted = UncommittedStacks.in(
                TerramateCatalog.at(directory), new UserEnvironment(surroundings.environment()), kept);
        return Optional.of(() -> uncommitted.changed().stream()
                .map(change -> new ChangedStack(change.stack(), change.why() + " (" + NAME + "=git lets it pass)"))
                .toList());
    }

    /** As in Terramate, none wins over the others. */
    private Set<Safeguard> kept(List<String> names) {
        Set<Safeguard> kept = EnumSet.allOf(Safeguard.class);
        if (allDisabled) {
            kept.clear();
        } else if (!names.contains(NOTHING)) {
            boolean every = names.stream().anyMatch(EVERYTHING::contains);
            kept.removeIf(safeguard -> every || names.contains(safeguard.word()));
        }
        return kept;
    }
}
