package dev.drift.provision.page;

import dev.drift.detection.StackCheck;
import dev.drift.diagnosis.ResourceFinding;
import dev.drift.estate.Environment;
import dev.drift.estate.Region;
import dev.drift.provision.PlannedChanges;
import dev.drift.provision.ProvisionOutcome;
import dev.drift.provision.ProvisionReport;
import dev.drift.provision.ProvisionStatus;
import dev.drift.provision.StackProvision;
import dev.drift.report.ReportJson;
import dev.drift.report.StackReport;
import dev.drift.stack.StackId;
import dev.drift.value.Json;
import dev.drift.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The stable JSON form of a provisioning, version {@value #VERSION}; its JSON Schema is {@code docs/provision.schema.json}.
 * Objects, runs and values stand as in the report of drift. Every field is always written, {@code null} where there is nothing
 * to say.
 */
public final class ProvisionJson {

    /** The version that is written. Fields are only ever added to it. */
    public static final int VERSION = 1;

    private ProvisionJson() {}

    /** The report as JSON. */
    public static String write(ProvisionReport report) {
        Map<String, Value> whole = new LinkedHashMap<>();
        whole.put("schema_version", Value.of(VERSION));
        whole.put("verdict", Value.of(report.verdict().word()));
        whole.put("run", ReportJson.value(report.run()));
        whole.put("summary", summary(report));
        whole.put(
                "stacks",
                Value.of(report.stacks().stream().map(ProvisionJson::stack).toList()));
        whole.put(
                "skipped",
                Value.of(report.skipped().stream()
                        .map(skipped -> {
                            Map<String, Value> fields = new LinkedHashMap<>();
                            fields.put("path", Value.of(skipped.stack().path().value()));
                            fields.put("reason", Value.of(skipped.reason()));
                            return Value.of(fields);
                        })
                        .toList()));
        whole.put(
                "deleted",
                Value.of(report.deleted().stream()
                        .map(path -> Value.of(path.value()))
                        .toList()));
        return Json.writePretty(Value.of(whole)) + "\n";
    }

    private static Value summary(ProvisionReport report) {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("selected", Value.of(report.stacks().size()));
        for (ProvisionStatus status : ProvisionStatus.values()) {
            fields.put(status.word(), Value.of(report.count(status)));
        }
        fields.put("destroyed", Value.of(report.destroyed()));
        fields.put("skipped", Value.of(report.skipped().size()));
        return Value.of(fields);
    }

    private static Value stack(StackProvision stack) {
        ProvisionOutcome outcome = stack.outcome();
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("path", Value.of(stack.stack().path().value()));
        fields.put("id", text(stack.stack().id().map(StackId::value)));
        fields.put("name", Value.of(stack.stack().name()));
        fields.put(
                "tags",
                Value.of(stack.stack().tags().stream()
                        .map(tag -> Value.of(tag.text()))
                        .toList()));
        fields.put("environment", text(Environment.of(stack.stack()).map(Environment::name)));
        fields.put("region", text(Region.of(stack.stack()).map(Region::name)));
        fields.put("why", text(stack.why()));
        fields.put("status", Value.of(stack.status().word()));
        fields.put("reason", text(reason(outcome)));
        fields.put("duration_ms", Value.of(stack.duration().toMillis()));
        fields.put("plan", outcome.plan().map(ProvisionJson::plan).orElse(Value.ofNull()));
        fields.put("done", Value.of(done(outcome).stream().map(Value::of).toList()));
        fields.put("kept_state", text(keptState(outcome)));
        fields.put("afterwards", stack.check().map(ProvisionJson::check).orElse(Value.ofNull()));
        return Value.of(fields);
    }

    private static Value plan(PlannedChanges plan) {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("resources", resources(plan.resources()));
        fields.put("outputs", Value.of(plan.outputs()));
        fields.put("destroys", Value.of(plan.destroyed().size()));
        fields.put(
                "side_effects",
                Value.of(plan.sideEffects().stream().map(ReportJson::value).toList()));
        fields.put("overwritten", resources(plan.overwritten()));
        return Value.of(fields);
    }

    private static Value check(StackCheck check) {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put(
                "outcome",
                Value.of(new StackReport(check, Optional.empty()).verdict().word()));
        fields.put(
                "reason",
                text(check.outcome()
                        .<Optional<String>>fold(
                                inSync -> Optional.empty(),
                                drifted -> Optional.empty(),
                                unknown -> Optional.of(unknown.reason()))));
        fields.put("drift", resources(check.outcome().findings().drift()));
        return Value.of(fields);
    }

    private static Value resources(List<ResourceFinding> resources) {
        return Value.of(resources.stream().map(ReportJson::value).toList());
    }

    private static Optional<String> reason(ProvisionOutcome outcome) {
        return outcome.fold(
                applied -> Optional.empty(),
                unchanged -> Optional.empty(),
                refused -> Optional.of(refused.reason()),
                failed -> Optional.of(failed.reason()),
                notDone -> Optional.of(notDone.reason()));
    }

    private static List<String> done(ProvisionOutcome outcome) {
        return outcome.fold(
                ProvisionOutcome.Applied::done,
                unchanged -> List.of(),
                refused -> List.of(),
                ProvisionOutcome.Failed::done,
                notDone -> List.of());
    }

    private static Optional<String> keptState(ProvisionOutcome outcome) {
        return outcome.fold(
                applied -> Optional.empty(),
                unchanged -> Optional.empty(),
                refused -> Optional.empty(),
                failed -> failed.keptState().map(Object::toString),
                notDone -> Optional.empty());
    }

    private static Value text(Optional<String> text) {
        return text.map(Value::of).orElse(Value.ofNull());
    }
}
