package dev.drift.render;

import dev.drift.diagnosis.Fingerprint;
import dev.drift.diagnosis.ResourceFinding;
import dev.drift.diagnosis.Severity;
import dev.drift.diagnosis.StackOutcome;
import dev.drift.observation.ChangeAction;
import dev.drift.report.DriftReport;
import dev.drift.report.StackReport;
import dev.drift.report.Verdict;
import dev.drift.stack.Stack;
import dev.drift.value.Json;
import dev.drift.value.Value;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A report as SARIF 2.1.0: a result for each drifted resource and for each stack that could not be judged. A stack's location is
 * its directory. The ids of the rules and the fingerprints stay the same from run to run.
 */
public final class SarifReport {

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
    private static final String GONE = "drift/resource-gone";
    private static final String CHANGED = "drift/resource-changed";
    private static final String UNKNOWN = "drift/stack-unknown";
    private static final int LONGEST_TEXT = 1_000;
    private static final int MOST_FIELDS = 5;

    private SarifReport() {}

    /** The report as a SARIF log. */
    public static String render(DriftReport report) {
        Value driver = object(
                "name", Value.of("drift"),
                "version", Value.of(report.run().version()),
                "rules", Value.of(rules()));
        List<Value> results = new ArrayList<>();
        report.stacks().forEach(stack -> results.addAll(results(stack)));
        Value run = object(
                "tool", object("driver", driver),
                "automationDetails",
                        object("id", Value.of("drift/" + report.run().id())),
                "originalUriBaseIds",
                        object("SRCROOT", object("description", message("The root of the repository of the stacks"))),
                "columnKind", Value.of("utf16CodeUnits"),
                "results", Value.of(results));
        return Json.writePretty(object(
                        "$schema", Value.of(SCHEMA), "version", Value.of("2.1.0"), "runs", Value.of(List.of(run))))
                + "\n";
    }

    private static List<Value> rules() {
        return List.of(
                rule(CHANGED, "ResourceChanged", "A live resource no longer equals what was last applied", "warning"),
                rule(GONE, "ResourceGone", "A resource that was applied is gone", "error"),
                rule(UNKNOWN, "StackUnknown", "It could not be told whether a stack drifted", "warning"));
    }

    private static Value rule(String id, String name, String meaning, String level) {
        return object(
                "id", Value.of(id),
                "name", Value.of(name),
                "shortDescription", message(meaning),
                "defaultConfiguration", object("level", Value.of(level)));
    }

    private static List<Value> results(StackReport stack) {
        List<Value> results = new ArrayList<>();
        for (ResourceFinding finding : stack.outcome().findings().drift()) {
            results.add(drifted(stack, finding));
        }
        if (stack.verdict() == Verdict.UNKNOWN) {
            results.add(unknown(stack, (StackOutcome.Unknown) stack.outcome()));
        }
        return results;
    }

    private static Value drifted(StackReport stack, ResourceFinding finding) {
        Map<String, Value> marks = new LinkedHashMap<>();
        Fingerprint.of(List.of(finding)).ifPresent(mark -> marks.put("driftedResource/v1", Value.of(mark.toString())));
        stack.fingerprint().ifPresent(mark -> marks.put("driftedStack/v1", Value.of(mark.toString())));
        return object(
                "ruleId", Value.of(finding.action() == ChangeAction.DELETE ? GONE : CHANGED),
                "level", Value.of(level(finding.severity())),
                "message", message(sentence(ResourceText.of(finding))),
                "locations",
                        Value.of(List.of(location(
                                stack.stack(), Harmless.line(finding.address().toString())))),
                "partialFingerprints", Value.of(marks),
                "properties", object("severity", Value.of(finding.severity().word())));
    }

    private static Value unknown(StackReport stack, StackOutcome.Unknown unknown) {
        String path = Harmless.line(stack.stack().path().toString());
        return object(
                "ruleId", Value.of(UNKNOWN),
                "level", Value.of("warning"),
                "message", message(unknown.phase().word() + ": " + Harmless.line(unknown.reason())),
                "locations", Value.of(List.of(location(stack.stack(), path))),
                "partialFingerprints",
                        object(
                                "unknownStack/v1",
                                Value.of(path + ":" + unknown.phase().word())));
    }

    private static String sentence(ResourceText resource) {
        String fields = resource.fields().stream()
                .limit(MOST_FIELDS)
                .map(field -> field.line(160))
                .collect(Collectors.joining(", "));
        int more = resource.fields().size() - MOST_FIELDS;
        return resource.address() + " " + resource.happened() + (fields.isEmpty() ? "" : ": " + fields)
                + (more > 0 ? " and " + Plural.of(more, "more field") : "");
    }

    /** Harmless text; brackets would make links of it. */
    private static Value message(String text) {
        String plain = Harmless.shortened(text, LONGEST_TEXT)
                .replace("\\", "\\\\")
                .replace("[", "\\[")
                .replace("]", "\\]");
        return object("text", Value.of(plain));
    }

    private static Value location(Stack stack, String name) {
        Value artifact = object("uri", Value.of(uri(stack)), "uriBaseId", Value.of("SRCROOT"));
        Value physical = object("artifactLocation", artifact, "region", object("startLine", Value.of(1)));
        return object(
                "physicalLocation",
                physical,
                "logicalLocations",
                Value.of(List.of(object("fullyQualifiedName", Value.of(name), "kind", Value.of("resource")))));
    }

    /** The directory from the root of the repository; the root itself is {@code .}. */
    private static String uri(Stack stack) {
        String path = Harmless.line(stack.path().toString().substring(1));
        try {
            return path.isEmpty()
                    ? "."
                    : new URI(null, null, "/" + path, null).toASCIIString().substring(1);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("A path is always a URI: " + path, impossible);
        }
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> "error";
            case MEDIUM -> "warning";
            case LOW -> "note";
        };
    }

    private static Value object(Object... namesAndValues) {
        Map<String, Value> fields = new LinkedHashMap<>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            fields.put((String) namesAndValues[at], (Value) namesAndValues[at + 1]);
        }
        return Value.of(fields);
    }
}
