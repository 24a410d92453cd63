package dev.drift.cli;

import dev.drift.audit.RunJournal;
import dev.drift.cli.estate.DriftFile;
import dev.drift.cli.estate.DriftYaml;
import dev.drift.config.Problems;
import dev.drift.estate.Environment;
import dev.drift.estate.EnvironmentDefinition;
import dev.drift.estate.EstateDefinition;
import dev.drift.sink.ReportSink;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a run owes others: an audit trail, alerts, and that facts stay where they are bound. */
final class DutyOptions {

    @Mixin
    KeepingOptions keeping = new KeepingOptions();

    @Mixin
    AlertOptions alerts = new AlertOptions();

    @Option(
            names = "--no-alerts",
            description =
                    "Tell no alert route: a job that has the reports of all shares does, by drift deliver --alerts.")
    boolean noAlerts;

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
        return delivery.noDeliver || noAlerts ? List.of() : alerts.sinks(file, memories, selected, surroundings);
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
