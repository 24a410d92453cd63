package dev.drift.github.workflow;

import static java.util.Objects.requireNonNull;

import dev.drift.config.Problems;
import dev.drift.estate.Environment;
import dev.drift.estate.EnvironmentDefinition;
import dev.drift.estate.EstateDefinition;
import dev.drift.stack.Stack;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The workflows of an estate: one that previews pull requests, one that provisions what is merged, one for each
 * environment that looks for drift by its schedule, and one that looks at everything on demand. Equal estates have equal
 * workflows, byte for byte.
 *
 * @param estate how the estate is divided
 * @param stacks its stacks, of which the regions and the sizes of the environments are taken
 * @param settings what is needed beside
 * @param secrets the variables that a look at an environment needs, each a secret of the same name at GitHub
 */
public record Workflows(
        EstateDefinition estate,
        Collection<Stack> stacks,
        WorkflowSettings settings,
        Map<Environment, List<String>> secrets) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");

    public Workflows {
        requireNonNull(estate, "estate is null");
        stacks = List.copyOf(stacks);
        requireNonNull(settings, "settings is null");
        Map<Environment, List<String>> sorted = new HashMap<>();
        secrets.forEach((environment, names) ->
                sorted.put(environment, names.stream().distinct().sorted().toList()));
        secrets = Map.copyOf(sorted);
    }

    /** Workflows that need no secrets. */
    public Workflows(EstateDefinition estate, Collection<Stack> stacks, WorkflowSettings settings) {
        this(estate, stacks, settings, Map.of());
    }

    /**
     * All of them, by name.
     *
     * @throws dev.drift.config.InvalidConfigException with every name and role that no workflow can carry
     */
    public List<WorkflowFile> files() {
        refuseWhatCannotBeWritten();
        Parts parts = new Parts(settings);
        List<EnvironmentDefinition> environments = environments();
        List<WorkflowFile> files = new ArrayList<>();
        environments.forEach(defined -> files.add(
                new DetectionWorkflow(defined, legs(defined.environment()), parts, variables(defined)).file()));
        files.add(onDemand(parts));
        files.add(preview(parts));
        if (!environments.isEmpty()) {
            files.add(ProvisionWorkflow.of(environments, parts).file());
        }
        return files.stream()
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .toList();
    }

    /** Those that are defined; where none is, those that the tags of the stacks name. */
    private List<EnvironmentDefinition> environments() {
        Stream<EnvironmentDefinition> tagged = estate.cells(stacks).stream()
                .flatMap(cell -> cell.environment().stream())
                .distinct()
                .filter(environment -> estate.of(environment).isEmpty())
                .map(EnvironmentDefinition::usual);
        return Stream.concat(estate.environments().stream(), tagged).toList();
    }

    private Legs legs(Environment environment) {
        return Legs.of(environment, estate, stacks, settings.stacksPerJob());
    }

    private WorkflowFile onDemand(Parts parts) {
        String parallelism = String.valueOf(estate.onDemand().stacks());
        String text = parts.workflow("on-demand")
                .with("parallelism", Parts.quoted(parallelism))
                .with("parallelism-word", "'" + parallelism + "'")
                .with("secrets", variables(secrets.values().stream().flatMap(Collection::stream)))
                .with("checkout", parts.checkout(false))
                .with("credentials", parts.credentials(settings.roles().onDemand(), region(), "drift-on-demand"))
                .with("report", parts.report("\"1\""))
                .filled();
        return new WorkflowFile("drift-detection-on-demand.yaml", text);
    }

    private String variables(EnvironmentDefinition defined) {
        return variables(secrets.getOrDefault(defined.environment(), List.of()).stream());
    }

    private static String variables(Stream<String> names) {
        return names.distinct()
                .sorted()
                .map(name -> name + ": ${{ secrets." + name + " }}\n")
                .collect(Collectors.joining());
    }

    private WorkflowFile preview(Parts parts) {
        String text = parts.workflow("preview")
                .with("trunk", settings.trunk())
                .with("base", "origin/" + settings.trunk())
                .with("checkout", parts.checkout(true))
                .with("checkout-head", parts.checkout(false))
                .with("credentials", parts.credentials(settings.roles().preview(), region(), "drift-preview"))
                .filled();
        return new WorkflowFile("infra-preview.yaml", text);
    }

    /** Where jobs that look at several regions speak with STS. */
    private String region() {
        return environments().stream()
                .flatMap(defined -> defined.regions().stream())
                .findFirst()
                .map(region -> region.name())
                .orElse("us-east-1");
    }

    private void refuseWhatCannotBeWritten() {
        Problems problems = new Problems();
        for (EnvironmentDefinition defined : environments()) {
            String where = "environments." + defined.environment();
            names(defined)
                    .filter(name -> !NAME.matcher(name).matches())
                    .forEach(name -> problems.add(where, "\"" + name + "\" cannot be written into a workflow"));
            Optional<String> role = defined.means().role().filter(name -> !WorkflowRoles.isArn(name));
            role.ifPresent(name -> problems.add(
                    where + ".role", "A job needs the ARN of the role, to know the account: \"" + name + "\""));
            if (defined.environment().name().equals("on-demand")) {
                problems.add(where, "The name on-demand is taken by the workflow that looks at everything");
            }
        }
        settings.roles().provision().keySet().stream()
                .filter(environment -> environments().stream()
                        .noneMatch(defined -> defined.environment().equals(environment)))
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .forEach(environment ->
                        problems.add("workflows.roles.provision", "There is no environment \"" + environment + "\""));
        problems.throwIfAny();
    }

    private Stream<String> names(EnvironmentDefinition defined) {
        return Stream.concat(Stream.of(defined.environment().name()), legs(defined.environment()).regions().stream());
    }
}
