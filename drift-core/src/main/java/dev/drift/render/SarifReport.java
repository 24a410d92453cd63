package dev.drift.render;

import dev.drift.diagnosis.Findings;
import dev.drift.diagnosis.Fingerprint;
import dev.drift.diagnosis.ResourceFinding;
import dev.drift.diagnosis.Severity;
import dev.drift.diagnosis.StackOutcome;
import dev.drift.diagnosis.Waived;
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
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A report as SARIF 2.1.0: a result for each drifted resource, suppressed if it is waived, and for each stack that could not be judged. Code scanning shows
 * results in files, so a result stands in a file of its stack, at its first line. The ids of the rules and the fingerprints stay the same from run to run.
 */
public final class SarifReport {

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
    private static final String GONE = "drift/resource-gone";
    private static final String CHANGED = "drift/resource-changed";
    private static final String UNKNOWN = "drift/stack-unknown";
    private static final int LONGEST_TEXT = 1_000;
    private static final int MOST_FIELDS = 5;

    private SarifReport() {}

    /** The report as a SARIF log; every stack is taken to have a {@code stack.tm.hcl}. */
    public static String render(DriftReport report) {
        return render(report, (stack, address) -> usual(stack));
    }

    /** The file that a stack is declared in by custom; nothing for a plan, which is a file itself. */
    public static String usual(Stack stack) {
        return stack.path().baseName().endsWith(".json") ? "" : "stack.tm.hcl";
    }

    /**
     * The report as a SARIF log.
     *
     * @param files in which file of a stack's directory to show something: of a resource by its address, of the stack itself by an
     *     empty text; an empty name is the stack's own path
     */
    public static String render(DriftReport report, BiFunction<Stack, String, String> files) {
        Value driver = object(
                "name", Value.of("drift"),
                "version", Value.of(report.run().version()),
                "rules", Value.of(rules()));
        List<Value> results = new ArrayList<>();
        report.stacks().forEach(stack -> results.addAll(results(stack, files)));
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

    private static List<Value> results(StackReport stack, BiFunction<Stack, String, String> files) {
        List<Value> results = new ArrayList<>();
        Findings findings = stack.outcome().findings();
        Stream.concat(findings.drift().stream(), findings.waived().stream())
                .forEach(finding -> results.add(drifted(
                        stack,
                        finding,
                        files.apply(stack.stack(), finding.address().text()))));
        if (stack.verdict() == Verdict.UNKNOWN) {
            results.add(unknown(stack, (StackOutcome.Unknown) stack.outcome(), files.apply(stack.stack(), "")));
        }
        return results;
    }

    private static Value drifted(StackReport stack, ResourceFinding finding, String file) {
        Map<String, Value> marks = new LinkedHashMap<>();
        Fingerprint.of(List.of(finding)).ifPresent(mark -> marks.put("driftedResource/v1", Value.of(mark.toString())));
        stack.fingerprint().ifPresent(mark -> marks.put("driftedStack/v1", Value.of(mark.toString())));
        Value result = object(
                "ruleId", Value.of(finding.action() == ChangeAction.DELETE ? GONE : CHANGED),
                "level", Value.of(finding.waived().isPresent() ? "note" : level(finding.severity())),
                "message", message(sentence(ResourceText.of(finding))),
                "locations",
                        Value.of(List.of(location(
                                uri(stack.stack(), file),
                                Harmless.line(finding.address().toString())))),
                "partialFingerprints", Value.of(marks),
                "properties", object("severity", Value.of(finding.severity().word())));
        return finding.waived().map(waived -> suppressed(result, waived)).orElse(result);
    }

    /** A result that somebody accepted: SARIF has a word for that, and readers that do not know it see a note. */
    private static Value suppressed(Value result, Waived waived) {
        Map<String, Value> fields = new LinkedHashMap<>(((Value.Fields) result).values());
        String why = Harmless.shortened(Harmless.line(waived.toString()), LONGEST_TEXT);
        fields.put(
                "suppressions",
                Value.of(List.of(object(
                        "kind", Value.of("external"),
                        "status", Value.of("accepted"),
                        "justification", Value.of(why)))));
        return Value.of(fields);
    }

    private static Value unknown(StackReport stack, StackOutcome.Unknown unknown, String file) {
        String path = Harmless.line(stack.stack().path().toString());
        return object(
                "ruleId", Value.of(UNKNOWN),
                "level", Value.of("warning"),
                "message", message(unknown.phase().word() + ": " + Harmless.line(unknown.reason())),
                "locations", Value.of(List.of(location(uri(stack.stack(), file), path))),
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
        return resource.address() + " " + resource.happened()
                + (resource.waived().isEmpty() ? "" : ", " + resource.waived())
                + (fields.isEmpty() ? "" : ": " + fields)
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

    private static Value location(String uri, String name) {
        Value artifact = object("uri", Value.of(uri), "uriBaseId", Value.of("SRCROOT"));
        Value physical = object("artifactLocation", artifact, "region", object("startLine", Value.of(1)));
        return object(
                "physicalLocation",
                physical,
                "logicalLocations",
                Value.of(List.of(object("fullyQualifiedName", Value.of(name), "kind", Value.of("resource")))));
    }

    /** The directory from the root of the repository; the root itself is {@code .}. */
    private static String uri(Stack stack, String file) {
        String directory = stack.path().toString().substring(1);
        String path = Harmless.line(directory + (directory.isEmpty() || file.isEmpty() ? "" : "/") + file);
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
