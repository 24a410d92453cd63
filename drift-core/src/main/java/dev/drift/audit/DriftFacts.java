package dev.drift.audit;

import dev.drift.diagnosis.FieldFinding;
import dev.drift.diagnosis.Fingerprint;
import dev.drift.diagnosis.ResourceFinding;
import dev.drift.diagnosis.Severity;
import dev.drift.report.StackReport;
import dev.drift.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a trail keeps of a drifted stack: which objects moved in which fields, and how bad that is. No value of any of them. */
final class DriftFacts {

    private DriftFacts() {}

    static AuditEvent of(StackReport stack) {
        List<Value> drift = stack.outcome().findings().drift().stream()
                .map(DriftFacts::resource)
                .toList();
        return AuditEvent.of(AuditEvent.Kind.DRIFTED)
                .with("severity", stack.severity().map(Severity::word).orElse(""))
                .with("fingerprint", stack.fingerprint().map(Fingerprint::value).orElse(""))
                .with("drift", Value.of(drift));
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
