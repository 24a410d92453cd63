package dev.drift.github.workflow;

import dev.drift.estate.EnvironmentDefinition;
import java.util.List;
import java.util.Optional;

/** Looks at one environment by its schedule, each of its regions in a job of its own. */
record DetectionWorkflow(EnvironmentDefinition defined, Legs legs, Parts parts, String secrets) {

    private static final int USUAL_MINUTES = 120;
    private static final int MOST_MINUTES = 350;

    WorkflowFile file() {
        String name = "drift-detection-" + defined.environment();
        String parallelism = String.valueOf(defined.means().parallelism().stacks());
        String text = parts.workflow("detection")
                .with("name", "Drift detection " + defined.environment())
                .with("schedule", schedule(name))
                .with("region-input", regionInput())
                .with("parallelism", Parts.quoted(parallelism))
                .with("parallelism-word", "'" + parallelism + "'")
                .with("group", name)
                .with("leg", leg())
                .with("minutes", minutes())
                .with("strategy", strategy())
                .with("checkout", parts.checkout(false))
                .with("credentials", credentials())
                .with("environment", Parts.quoted(defined.environment().name()))
                .with("leg-variables", variables())
                .with("command", command())
                .with("artifact", artifact())
                .with("alerts", alerts())
                .with("report", parts.report(expected()))
                .filled();
        return new WorkflowFile(name + ".yaml", text);
    }

    /** Shares do not tell: what each of them could say of itself is said once, of all of them together. */
    private boolean tellsOnce() {
        return legs.isSharded() && !defined.duties().alerts().isEmpty();
    }

    private String alerts() {
        return tellsOnce() ? parts.alerts(expected(), credentials(firstRegion()), secrets) : "";
    }

    private boolean hasRegions() {
        return !legs.regions().isEmpty();
    }

    private String schedule(String name) {
        return defined.rhythm()
                .schedule()
                .map(schedule -> CronText.of(schedule, name).lines())
                .orElse("");
    }

    private String regionInput() {
        return hasRegions() ? """
                region:
                  description: Only this region
                  type: choice
                  options: [all, %s]
                  default: all
                """.formatted(String.join(", ", legs.regions())) : "";
    }

    private String leg() {
        String region =
                hasRegions() ? "${{ matrix.region }}" : defined.environment().name();
        return legs.isSharded() ? region + " ${{ matrix.shard }}" : region;
    }

    /** What the environment may take, and a while for everything around it. */
    private String minutes() {
        long minutes =
                defined.means().budget().map(budget -> budget.toMinutes() + 20).orElse((long) USUAL_MINUTES);
        return String.valueOf(Math.min(MOST_MINUTES, minutes));
    }

    private String strategy() {
        if (!hasRegions() && !legs.isSharded()) {
            return "";
        }
        String region = "    region: ${{ fromJSON((inputs.region || 'all') == 'all' && " + legs.regionsJson()
                + " || format('[\"{0}\"]', inputs.region)) }}\n";
        return "# What happens to one region changes nothing for another.\nstrategy:\n  fail-fast: false\n  matrix:\n"
                + (hasRegions() ? region : "")
                + (legs.isSharded() ? "    shard: " + legs.shardList() + "\n" : "");
    }

    /** Stacks without a region are looked at from the first one. */
    private String credentials() {
        List<String> regions = named();
        return credentials(
                !hasRegions() || regions.isEmpty()
                        ? firstRegion()
                        : regions.size() == legs.regions().size()
                                ? "${{ matrix.region }}"
                                : "${{ matrix.region == '" + Legs.GLOBAL + "' && '" + firstRegion()
                                        + "' || matrix.region }}");
    }

    private List<String> named() {
        return legs.regions().stream()
                .filter(region -> !region.equals(Legs.GLOBAL))
                .toList();
    }

    private String firstRegion() {
        return named().stream().findFirst().orElse("us-east-1");
    }

    private String credentials(String region) {
        Optional<String> role = defined.means().role();
        return parts.credentials(role, region, "drift-" + defined.environment());
    }

    private String variables() {
        return (hasRegions() ? "REGION: ${{ matrix.region }}\n" : "")
                + (legs.isSharded() ? "SHARD: ${{ matrix.shard }}\n" : "")
                + (tellsOnce() ? "" : secrets);
    }

    private String command() {
        String file = "$ENVIRONMENT" + (hasRegions() ? ".$REGION" : "") + (legs.isSharded() ? ".${SHARD%/*}" : "");
        return "drift detect --environment \"$ENVIRONMENT\""
                + (hasRegions() ? " --region \"$REGION\"" : "")
                + (legs.isSharded() ? " --shard \"$SHARD\"" : "")
                + (tellsOnce() ? " --no-alerts" : "")
                + " --parallelism \"$PARALLELISM\" \\\n  --report \"json=$REPORTS/" + file + ".json\"\n";
    }

    private String artifact() {
        return "drift-report-" + defined.environment()
                + (hasRegions() ? "-${{ matrix.region }}" : "")
                + (legs.isSharded() ? "-${{ strategy.job-index }}" : "");
    }

    /** How many reports there must be: those of one region where only that was asked for. */
    private String expected() {
        return hasRegions()
                ? "${{ (inputs.region || 'all') == 'all' && '" + legs.count() + "' || '" + legs.shards() + "' }}"
                : Parts.quoted(String.valueOf(legs.count()));
    }
}
