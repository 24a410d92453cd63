package dev.drift.cli.estate;

import static java.util.Objects.requireNonNull;

import dev.drift.code.IacTool;
import dev.drift.config.SecretReference;
import dev.drift.diagnosis.Waiver;
import dev.drift.estate.Environment;
import dev.drift.estate.EnvironmentDefinition;
import dev.drift.estate.EstateDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code drift.yaml} says.
 *
 * @param instruments with what stacks are looked at
 * @param estate how the estate is divided
 * @param alerts where somebody may be told
 * @param kept where things may be kept
 * @param waivers which drift is left alone for a time
 * @param runners what runs the schedules
 */
public record DriftFile(
        Instruments instruments,
        EstateDefinition estate,
        List<AlertRoute> alerts,
        Kept kept,
        List<Waiver> waivers,
        ScheduleRunners runners) {

    /** What holds without a file. */
    public static final DriftFile NONE = new DriftFile(
            Instruments.USUAL, EstateDefinition.UNDEFINED, List.of(), Kept.NOWHERE, List.of(), ScheduleRunners.NONE);

    public DriftFile {
        requireNonNull(instruments, "instruments is null");
        requireNonNull(estate, "estate is null");
        alerts = List.copyOf(alerts);
        requireNonNull(kept, "kept is null");
        waivers = List.copyOf(waivers);
        requireNonNull(runners, "runners is null");
    }

    /** The tool of every stack; empty to take what each looks like. */
    public Optional<IacTool> tool() {
        return instruments.tool();
    }

    /** Where what happened may be kept. */
    public List<AuditTrail> audit() {
        return kept.audit();
    }

    /** For each environment, the variables that hold the secrets of its alert routes. */
    public Map<Environment, List<String>> secrets() {
        Map<Environment, List<String>> secrets = new LinkedHashMap<>();
        for (EnvironmentDefinition defined : estate.environments()) {
            List<String> names = alerts.stream()
                    .filter(route -> defined.duties().alerts().contains(route.name()))
                    .filter(route -> route.address().kind() == SecretReference.Kind.ENV)
                    .map(route -> route.address().name())
                    .toList();
            if (!names.isEmpty()) {
                secrets.put(defined.environment(), names);
            }
        }
        return secrets;
    }
}
