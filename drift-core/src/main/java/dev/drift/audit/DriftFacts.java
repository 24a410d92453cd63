package dev.drift.audit;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.drift.diagnosis.FieldFinding;
import dev.drift.diagnosis.Fingerprint;
import dev.drift.diagnosis.ResourceFinding;
import dev.drift.diagnosis.Severity;
import dev.drift.diagnosis.Waived;
import dev.drift.report.StackReport;
import dev.drift.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a trail keeps of drift, waived or not: which objects moved in which fields, and how bad that is. No value of any of them. */
final class DriftFacts {

    private DriftFacts() {}

    static AuditEvent of(StackReport stack) {
        return AuditEvent.of(AuditEvent.Kind.DRIFTED)
                .with("severity", stack.severity().map(Severity::word).orElse(""))
                .with("fingerprint", stack.fingerprint().map(Fingerprint::value).orElse(""))
                .with("drift", resources(stack.outcome().findings().drift()));
    }

    /** One for each waiver that left something of the stack alone. */
    static List<AuditEvent> waived(StackReport stack) {
        Map<Waived, List<ResourceFinding>> waived = stack.outcome().findings().waived().stream()
                .collect(groupingBy(resource -> resource.waived().orElseThrow(), LinkedHashMap::new, toList()));
        return waived.entrySet().stream()
                .map(each -> waived(stack, each.getKey(), each.getValue()))
                .toList();
    }

    private static AuditEvent waived(StackReport stack, Waived by, List<ResourceFinding> resources) {
        AuditEvent event = AuditEvent.of(AuditEvent.Kind.WAIVED)
                .with("stack", stack.stack().path().toString())
                .with("waiver", by.waiver())
                .with("until", by.until().toString())
                .with("reason", by.reason());
        return by.by().map(who -> event.with("by", who)).orElse(event).with("drift", resources(resources));
    }

    private static Value resources(List<ResourceFinding> resources) {
        return Value.of(resources.stream().map(DriftFacts::resource).toList());
    }

    private static Value resource(ResourceFinding resource) {
        Map<String, Value> facts = new LinkedHashMap<>();
        facts.put("address", Value.of(resource.address().toString()));
        facts.put("action", Value.of(resource.action().word()));
        facts.put("severity", Value.of(resource.severity().word()));
        facts.put(
                "fields",
                Value.of(resource.fields().stream().map(DriftFacts::path).toList()));
        return Value.of(facts);
    }

    private static Value path(FieldFinding field) {
        return Value.of(field.path().toString());
    }
}
