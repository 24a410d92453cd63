package dev.drift.cli;

import dev.drift.alert.Alert;
import dev.drift.alert.AlertDesk;
import dev.drift.alert.AlertException;
import dev.drift.alert.AlertFolder;
import dev.drift.alert.AlertMemory;
import dev.drift.alert.AlertSender;
import dev.drift.audit.RunJournal;
import dev.drift.cli.alert.AlertChannel;
import dev.drift.cli.estate.AlertRoute;
import dev.drift.cli.estate.DriftFile;
import dev.drift.cli.estate.DriftYaml;
import dev.drift.config.InvalidConfigException;
import dev.drift.config.Problem;
import dev.drift.config.Problems;
import dev.drift.estate.Environment;
import dev.drift.estate.EnvironmentDefinition;
import dev.drift.estate.EstateDefinition;
import dev.drift.estate.Residency;
import dev.drift.sink.ReportSink;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a run owes others: an audit trail, alerts, and that facts stay where they are bound. */
final class DutyOptions {

    @Mixin
    KeepingOptions keeping = new KeepingOptions();

    @Option(
            names = "--alert-memory",
            paramLabel = "DIR",
            description = {
                "Where it is remembered what the alert routes of drift.yaml were told, whatever it says. Default: the memory"
                        + " that drift.yaml names, else drift/alerts below XDG_STATE_HOME or ~/.local/state."
            })
    Optional<Path> alertMemory = Optional.empty();

    /** The trails that are kept. */
    List<RunJournal> journals(DriftFile file, DeliveryOptions delivery, Surroundings surroundings, Problems problems) {
        return keeping.journals(file, delivery, surroundings, problems);
    }

    /** The estate, with what is promised for sinks. */
    EstateDefinition promising(EstateDefinition estate) {
        return keeping.promising(estate);
    }

    /** The alert routes of the selected environments as sinks, unless nobody is to be told. */
    List<ReportSink> alerts(
            DriftFile file,
            Memories memories,
            Set<Environment> selected,
            DeliveryOptions delivery,
            Surroundings surroundings) {
        return delivery.noDeliver
                ? List.of()
                : file.alerts().stream()
                        .flatMap(route -> alert(file, memories, route, selected, surroundings))
                        .toList();
    }

    /** One for each memory of its environments: what was told must stay where they are bound. */
    private Stream<ReportSink> alert(
            DriftFile file, Memories memories, AlertRoute route, Set<Environment> selected, Surroundings surroundings) {
        Map<AlertMemory, Set<Environment>> byMemory = new LinkedHashMap<>();
        AlertMemory usual = new AlertFolder(memory(surroundings));
        file.estate().environments().stream()
                .filter(defined -> defined.duties().alerts().contains(route.name()))
                .map(EnvironmentDefinition::environment)
                .forEach(environment -> byMemory.computeIfAbsent(
                                memory(memories, environment).orElse(usual), memory -> new LinkedHashSet<>())
                        .add(environment));
        return byMemory.entrySet().stream()
                .filter(told -> told.getValue().stream().anyMatch(selected::contains))
                .map(told -> new AlertDesk(
                                new dev.drift.alert.AlertRoute(
                                        route.name(), route.filter().of(told.getValue()), route.reminder()),
                                sender(route, surroundings),
                                told.getKey(),
                                file.estate()::cellOf)
                        .sink());
    }

    private Optional<AlertMemory> memory(Memories memories, Environment environment) {
        return alertMemory.isPresent()
                ? Optional.empty()
                : memories.of(environment).map(MemoryPlace::alerts);
    }

    /** Who cannot be told does not keep anybody from looking. */
    private static AlertSender sender(AlertRoute route, Surroundings surroundings) {
        try {
            return AlertChannel.named(route.channel())
                    .orElseThrow(() -> InvalidConfigException.of(Problem.of("No channel: " + route.channel())))
                    .sender(
                            route.address().resolve(surroundings.environment(), surroundings.directory()),
                            route.residency(),
                            surroundings.environment());
        } catch (InvalidConfigException wrong) {
            String reason = wrong.problems().stream()
                    .map(problem -> (problem.where() + " " + problem.message()).strip())
                    .collect(Collectors.joining("; "));
            return new Unreachable(route.channel(), route.residency(), reason);
        }
    }

    /** A receiver whose address or key is not to be had: what it is not told now is told by the next run that can. */
    private record Unreachable(String destination, Optional<Residency> residency, String reason)
            implements AlertSender {
        @Override
        public void send(Alert alert) throws AlertException {
            throw new AlertException(reason);
        }
    }

    private Path memory(Surroundings surroundings) {
        Map<String, String> environment = surroundings.environment();
        return alertMemory
                .map(surroundings::at)
                .orElseGet(() -> Optional.ofNullable(environment.get("XDG_STATE_HOME"))
                        .filter(state -> !state.isBlank())
                        .map(Path::of)
                        .orElseGet(() -> Path.of(environment.getOrDefault("HOME", "."), ".local", "state"))
                        .resolve("drift")
                        .resolve("alerts"));
    }

    static Set<Environment> those(DriftFile file, Predicate<EnvironmentDefinition> which) {
        return file.estate().environments().stream()
                .filter(which)
                .map(EnvironmentDefinition::environment)
                .collect(Collectors.toSet());
    }

    static String at(String section, String name) {
        return DriftYaml.NAME + ": " + section + "." + name;
    }
}
