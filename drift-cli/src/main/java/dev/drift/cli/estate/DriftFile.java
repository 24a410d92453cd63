package dev.drift.cli.estate;

import static java.util.Objects.requireNonNull;

import dev.drift.code.IacTool;
import dev.drift.config.SecretReference;
import dev.drift.estate.Environment;
import dev.drift.estate.EnvironmentDefinition;
import dev.drift.estate.EstateDefinition;
import dev.drift.github.workflow.WorkflowSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code drift.yaml} says.
 *
 * @param tool the tool of every stack; empty to take what each looks like
 * @param estate how the estate is divided
 * @param alerts where somebody may be told
 * @param audit where what happened may be kept
 * @param database where copies of {@code drift serve} agree on ticks, if they do
 * @param workflows what the workflows of GitHub need besides, if they are to be generated
 */
public record DriftFile(
        Optional<IacTool> tool,
        EstateDefinition estate,
        List<AlertRoute> alerts,
        List<AuditTrail> audit,
        Optional<SecretReference> database,
        Optional<WorkflowSettings> workflows) {

    /** What holds without a file. */
    public static final DriftFile NONE = new DriftFile(
            Optional.empty(), EstateDefinition.UNDEFINED, List.of(), List.of(), Optional.empty(), Optional.empty());

    public DriftFile {
        requireNonNull(tool, "tool is null");
        requireNonNull(estate, "estate is null");
        alerts = List.copyOf(alerts);
        audit = List.copyOf(audit);
        requireNonNull(database, "database is null");
        requireNonNull(workflows, "workflows is null");
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
