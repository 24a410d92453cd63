package dev.drift.github.workflow;

import dev.drift.estate.Environment;
import dev.drift.estate.EnvironmentDefinition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Applies what was merged, one environment after the other. */
record ProvisionWorkflow(List<EnvironmentDefinition> provisioned, Parts parts) {

    private static final Environment PRODUCTION = new Environment("prod");

    ProvisionWorkflow {
        provisioned = List.copyOf(provisioned);
    }

    /** Of the environments those that have a role for it; if none has, production; if there is none, all. */
    static ProvisionWorkflow of(List<EnvironmentDefinition> environments, Parts parts) {
        Map<Environment, String> roles = parts.settings().roles().provision();
        List<EnvironmentDefinition> chosen = environments.stream()
                .filter(defined -> roles.isEmpty()
                        ? defined.environment().equals(PRODUCTION)
                        : roles.containsKey(defined.environment()))
                .toList();
        return new ProvisionWorkflow(chosen.isEmpty() ? environments : chosen, parts);
    }

    WorkflowFile file() {
        List<String> names = provisioned.stream()
                .map(defined -> defined.environment().name())
                .toList();
        String text = parts.workflow("provision")
                .with("trunk", parts.settings().trunk())
                .with("choices", names.stream().collect(Collectors.joining(", ", "[all, ", "]")))
                .with("environments", names.stream().collect(Collectors.joining("\",\"", "'[\"", "\"]'")))
                .with("checkout", parts.checkout(true))
                .with("credentials", credentials())
                .filled();
        return new WorkflowFile("provision-infra.yaml", text);
    }

    private String credentials() {
        Map<Environment, String> roles = parts.settings().roles().provision();
        return roles.isEmpty()
                ? ""
                : parts.credentials(
                        Optional.of(chosen(defined -> roles.getOrDefault(defined.environment(), ""))),
                        chosen(ProvisionWorkflow::region),
                        "drift-provision");
    }

    private static String region(EnvironmentDefinition defined) {
        return defined.regions().isEmpty()
                ? "us-east-1"
                : defined.regions().get(0).name();
    }

    /** What belongs to the environment of a job. */
    private String chosen(Function<EnvironmentDefinition, String> value) {
        return provisioned.stream()
                .map(defined ->
                        "matrix.environment == '" + defined.environment() + "' && '" + value.apply(defined) + "'")
                .collect(Collectors.joining(" || ", "${{ ", " }}"));
    }
}
