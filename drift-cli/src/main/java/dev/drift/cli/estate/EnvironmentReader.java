package dev.drift.cli.estate;

import dev.drift.aws.credentials.Role;
import dev.drift.estate.Duties;
import dev.drift.estate.Environment;
import dev.drift.estate.EnvironmentDefinition;
import dev.drift.estate.Freshness;
import dev.drift.estate.MaintenanceWindow;
import dev.drift.estate.MaintenanceWindows;
import dev.drift.estate.Means;
import dev.drift.estate.Parallelism;
import dev.drift.estate.Region;
import dev.drift.estate.Residency;
import dev.drift.estate.Rhythm;
import dev.drift.estate.Schedule;
import dev.drift.stack.Selector;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads one environment. */
final class EnvironmentReader {

    /** The words for engines. */
    static final Function<String, Engine> ENGINE = Choice.of("engine", Engine::word, List.of(Engine.values()));

    private static final List<String> KINDS = List.of("allow", "deny");

    private final Environment environment;
    private final Section section;

    EnvironmentReader(Environment environment, Node node, Words words) {
        this.environment = environment;
        this.section = Section.of(node, Known.ENVIRONMENT, words);
    }

    EnvironmentDefinition definition() {
        return new EnvironmentDefinition(
                environment,
                section.as("select", EnvironmentReader::selector).orElse(EnvironmentDefinition.selectorOf(environment)),
                section.items("regions", Region::new),
                rhythm(),
                means(),
                duties());
    }

    /** What looks at its stacks, if it says so. */
    Optional<Engine> engine() {
        return section.as("engine", ENGINE);
    }

    private static Selector selector(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(
                    "A selector is missing: leave it out for the stacks of the environment's tag");
        }
        return Selector.parse(text);
    }

    private Rhythm rhythm() {
        List<MaintenanceWindow> windows =
                section.value("windows").map(section.words()::items).orElse(List.of()).stream()
                        .flatMap(node -> window(node).stream())
                        .toList();
        return new Rhythm(
                section.as("schedule", Schedule::parse),
                section.made("freshness", section.time("freshness"), Freshness::new),
                new MaintenanceWindows(windows));
    }

    private Optional<MaintenanceWindow> window(Node node) {
        Section window = Section.of(node, Known.WINDOW, section.words());
        Optional<String> kind = window.only(KINDS);
        Optional<Duration> length = window.time("for");
        if (window.value("for").isEmpty()) {
            section.words().refuse(node.at(), "A window says for how long it is open: for: 4h");
        }
        Set<Region> regions = Set.copyOf(window.items("regions", Region::new));
        return kind.flatMap(word -> window.as(word, Schedule::parse))
                .flatMap(opens -> window.made(
                        "for",
                        length,
                        time -> new MaintenanceWindow(
                                kind.orElse("").equals("allow")
                                        ? MaintenanceWindow.Kind.ALLOW
                                        : MaintenanceWindow.Kind.DENY,
                                opens,
                                time,
                                regions)));
    }

    private Means means() {
        Means usual = Means.usual(environment);
        Optional<Parallelism> parallelism =
                section.made("parallelism", section.number("parallelism"), Parallelism::new);
        Optional<Duration> budget = section.made("budget", section.time("budget"), time -> {
            new Means(usual.parallelism(), Optional.of(time), Optional.empty());
            return time;
        });
        Optional<String> role = section.as("role", text -> {
            Role.of(text);
            return text;
        });
        return new Means(parallelism.orElse(usual.parallelism()), budget, role);
    }

    private Duties duties() {
        return new Duties(
                section.as("residency", Residency::new),
                section.items("alerts", name -> name),
                section.text("audit"),
                section.text("memory"));
    }
}
