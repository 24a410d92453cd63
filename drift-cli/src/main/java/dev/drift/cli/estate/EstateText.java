package dev.drift.cli.estate;

import dev.drift.code.IacTool;
import dev.drift.estate.EnvironmentDefinition;
import dev.drift.estate.EstateDefinition;
import dev.drift.estate.Region;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes an estate as the file that says it. */
public final class EstateText {

    private EstateText() {}

    /** The text of the file; what it leaves out is shown as a comment where a user is likely to want it. */
    public static String of(EstateDefinition estate, Optional<IacTool> tool) {
        StringBuilder text =
                new StringBuilder("# How Drift divides this estate. Schema: docs/drift.schema.json of Drift.\n");
        text.append("version: 1\n");
        text.append(tool.map(each -> "tool: " + each.command() + "\n").orElse(""));
        if (!estate.environments().isEmpty()) {
            text.append("environments:\n");
            estate.environments().forEach(environment -> text.append(environment(environment)));
        }
        text.append("# Several environments in one run share so many slots.\n");
        text.append("on_demand: { parallelism: ")
                .append(estate.onDemand().stacks())
                .append(" }\n");
        text.append("# alerts: { eu-oncall: { slack: \"env:SLACK_EU\", min_severity: high, residency: eu } }\n");
        text.append("# audit: { eu: { path: \"s3://BUCKET/trail\", residency: eu } }\n");
        return text.toString();
    }

    private static String environment(EnvironmentDefinition environment) {
        StringBuilder text =
                new StringBuilder("  " + quoted(environment.environment().name()) + ":\n");
        field(text, "select", quoted(environment.select().toString()));
        if (!environment.regions().isEmpty()) {
            String regions = environment.regions().stream()
                    .map(Region::name)
                    .map(EstateText::quoted)
                    .collect(Collectors.joining(", "));
            field(text, "regions", "[" + regions + "]");
        }
        environment.rhythm().schedule().ifPresent(schedule -> field(text, "schedule", quoted(schedule.toString())));
        environment.rhythm().freshness().ifPresent(freshness -> field(text, "freshness", freshness.toString()));
        field(
                text,
                "parallelism",
                String.valueOf(environment.means().parallelism().stacks()));
        return text.append("    # role: arn:aws:iam::111111111111:role/drift-reader\n    # residency: eu\n")
                .toString();
    }

    private static void field(StringBuilder text, String name, String value) {
        text.append("    ").append(name).append(": ").append(value).append("\n");
    }

    /** Plain where nothing of it could mean anything else to YAML. */
    private static String quoted(String text) {
        return text.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*") && !text.matches("y|n|yes|no|on|off|true|false|null")
                ? text
                : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
