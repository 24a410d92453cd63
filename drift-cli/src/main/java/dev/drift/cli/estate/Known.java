package dev.drift.cli.estate;

import java.util.List;

/** The fields that each place of the file may have; the published schema has the same. */
final class Known {

    static final List<String> FILE = List.of(
            "version",
            "tool",
            "engine",
            "environments",
            "on_demand",
            "alerts",
            "audit",
            "memory",
            "sinks",
            "waivers",
            "serve",
            "workflows");
    static final List<String> ON_DEMAND = List.of("parallelism");
    static final List<String> ENVIRONMENT = List.of(
            "select",
            "regions",
            "schedule",
            "parallelism",
            "freshness",
            "budget",
            "engine",
            "windows",
            "role",
            "residency",
            "alerts",
            "audit",
            "memory");
    static final List<String> WINDOW = List.of("allow", "deny", "for", "regions");
    static final List<String> CHANNELS = List.of("slack", "teams", "pagerduty", "webhook", "sns", "eventbridge");
    static final List<String> ALERTS = List.of(
            "slack",
            "teams",
            "pagerduty",
            "webhook",
            "sns",
            "eventbridge",
            "regions",
            "verdicts",
            "min_severity",
            "changes",
            "reminder",
            "residency");
    static final List<String> SERVE = List.of("database");
    static final List<String> AUDIT = List.of("path", "residency");
    static final List<String> MEMORY = List.of("path", "residency");
    static final List<String> SINK = List.of("residency");
    static final List<String> WAIVER = List.of("stack", "select", "resource", "field", "until", "reason", "by");

    static final List<String> WORKFLOWS =
            List.of("drift", "terraform", "opentofu", "terragrunt", "roles", "runner", "trunk", "stacks_per_job");
    static final List<String> DOWNLOAD = List.of("url", "sha256");
    static final List<String> ROLES = List.of("preview", "on_demand", "provision");

    private Known() {}
}
