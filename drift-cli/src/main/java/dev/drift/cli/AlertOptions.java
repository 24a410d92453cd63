package dev.drift.cli;

import dev.drift.alert.Alert;
import dev.drift.alert.AlertDesk;
import dev.drift.alert.AlertException;
import dev.drift.alert.AlertFolder;
import dev.drift.alert.AlertMemory;
import dev.drift.alert.AlertSender;
import dev.drift.cli.alert.AlertChannel;
import dev.drift.cli.estate.AlertRoute;
import dev.drift.cli.estate.DriftFile;
import dev.drift.config.InvalidConfigException;
import dev.drift.config.Problem;
import dev.drift.estate.Environment;
import dev.drift.estate.EnvironmentDefinition;
import dev.drift.estate.Residency;
import dev.drift.sink.ReportSink;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Who is told what changed. */
final class AlertOptions {

    @Option(
            names = "--alert-memory",
            paramLabel = "DIR",
            description = {
                "Where it is remembered what the alert routes of drift.yaml were told, whatever it says. Default: the memory"
                        + " that drift.yaml names, else drift/alerts below XDG_STATE_HOME or ~/.local/state."
            })
    Optional<Path> alertMemory = Optional.empty();

    /** The alert routes of the selected environments as sinks. */
    List<ReportSink> sinks(DriftFile file, Memories memories, Set<Environment> selected, Surroundings surroundings) {
        return file.alerts().stream()
                .flatMap(route -> desks(file, memories, route, selected, surroundings))
                .toList();
    }

    /** One for each memory of its environments: what was told must stay where they are bound. */
    private Stream<ReportSink> desks(
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
}
