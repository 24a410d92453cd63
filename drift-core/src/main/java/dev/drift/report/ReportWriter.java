package dev.drift.report;

import dev.drift.catalog.SkippedStack;
import dev.drift.diagnosis.FieldFinding;
import dev.drift.diagnosis.Fingerprint;
import dev.drift.diagnosis.ResourceFinding;
import dev.drift.diagnosis.Severity;
import dev.drift.diagnosis.StackOutcome;
import dev.drift.diagnosis.Waived;
import dev.drift.estate.Cell;
import dev.drift.estate.Environment;
import dev.drift.estate.Region;
import dev.drift.observation.Coverage;
import dev.drift.observation.Gap;
import dev.drift.observation.ResourceAddress;
import dev.drift.observation.SideEffect;
import dev.drift.stack.Stack;
import dev.drift.stack.StackId;
import dev.drift.timetable.MissedTicks;
import dev.drift.value.Value;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Turns a report into its JSON values, field by field in the order of the schema. */
final class ReportWriter {

    private final Map<String, Value> fields = new LinkedHashMap<>();

    private ReportWriter() {}

    static Value report(DriftReport report) {
        ReportWriter writer = new ReportWriter()
                .put("schema_version", Value.of(ReportJson.VERSION))
                .put("verdict", report.verdict().word())
                .put("run", run(report.run()))
                .put("summary", summary(report.summary()))
                .put("stacks", list(report.stacks(), ReportWriter::stack))
                .put("skipped", list(report.skipped(), ReportWriter::skipped))
                .put("cells", list(report.cells(), ReportWriter::cell));
        return (report.missed().isEmpty()
                        ? writer
                        : writer.put("missed_ticks", list(report.missed(), MissedTicks::toValue)))
                .value();
    }

    private static Value cell(CellReport report) {
        Summary summary = report.summary();
        return new ReportWriter()
                .put("name", report.cell().toString())
                .putOrNull("environment", report.cell().environment().map(Environment::name))
                .putOrNull("region", report.cell().region().map(Region::name))
                .put("verdict", report.verdict().word())
                .put("exit_status", Value.of(report.verdict().exitStatus()))
                .put("selected", Value.of(summary.selected()))
                .put("in_sync", Value.of(summary.inSync()))
                .put("drifted", Value.of(summary.drifted()))
                .put("unknown", Value.of(summary.unknown()))
                .put("pending", Value.of(summary.pending()))
                .put("resources", resources(summary))
                .value();
    }

    static Value run(RunFacts run) {
        return new ReportWriter()
                .put("id", run.id())
                .put("started_at", run.startedAt().toString())
                .put("finished_at", run.finishedAt().toString())
                .putOrNull("repository", run.from("repository"))
                .putOrNull("commit", run.from("commit"))
                .put("selector", run.selector())
                .putOrNull("environment", run.from("environment"))
                .putOrNull("region", run.from("region"))
                .put("drift_version", run.version())
                .value();
    }

    private static Value summary(Summary summary) {
        return new ReportWriter()
                .put("selected", Value.of(summary.selected()))
                .put("in_sync", Value.of(summary.inSync()))
                .put("drifted", Value.of(summary.drifted()))
                .put("unknown", Value.of(summary.unknown()))
                .put("skipped", Value.of(summary.skipped()))
                .put("pending", Value.of(summary.pending()))
                .put("resources", resources(summary))
                .value();
    }

    static Value resources(Summary summary) {
        return summary.resources().isPresent() ? Value.of(summary.resources().getAsInt()) : Value.ofNull();
    }

    static Value stack(StackReport report) {
        ReportWriter writer = new ReportWriter();
        writer.identify(report.stack(), report.cell());
        writer.judge(report);
        writer.find(report.outcome());
        return writer.putIfPresent("drifted_since", report.driftedSince().map(Object::toString))
                .putIfPresent("note", report.check().note())
                .value();
    }

    private void identify(Stack stack, Cell cell) {
        put("path", stack.path().value());
        putOrNull("id", stack.id().map(StackId::value));
        put("name", stack.name());
        put("tags", list(stack.tags(), tag -> Value.of(tag.text())));
        putOrNull("environment", cell.environment().map(Environment::name));
        putOrNull("region", cell.region().or(() -> Region.of(stack)).map(Region::name));
    }

    private void judge(StackReport report) {
        put("outcome", report.verdict().word());
        putOrNull("severity", report.severity().map(Severity::word));
        putOrNull("fingerprint", report.fingerprint().map(Fingerprint::value));
        put("engine", report.check().engine());
        put("duration_ms", Value.of(report.check().duration().toMillis()));
    }

    private void find(StackOutcome outcome) {
        put("drift", list(outcome.findings().drift(), ReportWriter::resource));
        put("pending", list(outcome.findings().pending().resources(), ReportWriter::resource));
        put("pending_outputs", Value.of(outcome.findings().pending().outputs()));
        put("ignored", list(outcome.findings().ignored(), ReportWriter::resource));
        put("noted", list(outcome.findings().noted(), ReportWriter::resource));
        put("noise", noise(outcome.findings().noise()));
        put("coverage", coverage(outcome.findings().coverage()));
        put("unknown", outcome.fold(inSync -> Value.ofNull(), drifted -> Value.ofNull(), ReportWriter::unknown));
    }

    static Value resource(ResourceFinding resource) {
        ReportWriter writer = new ReportWriter()
                .put("address", resource.address().text())
                .put("type", resource.address().type())
                .put("action", resource.action().word())
                .put("severity", resource.severity().word())
                .put("fields", list(resource.fields(), ReportWriter::field))
                .putIfPresent("deposed", resource.address().deposed());
        resource.waived().ifPresent(waived -> writer.put("waived", waived(waived)));
        return writer.value();
    }

    private static Value waived(Waived waived) {
        return new ReportWriter()
                .put("waiver", waived.waiver())
                .put("until", waived.until().toString())
                .put("reason", waived.reason())
                .putOrNull("by", waived.by())
                .value();
    }

    static Value sideEffect(SideEffect effect) {
        return new ReportWriter()
                .put("kind", effect.kind().word())
                .put("address", effect.address())
                .putOrNull("origin", effect.origin())
                .value();
    }

    private static Value field(FieldFinding field) {
        return new ReportWriter()
                .put("path", field.path().toString())
                .put("class", field.kind().word())
                .put("before", field.before())
                .put("after", field.after())
                .put("sensitive", Value.of(field.sensitive()))
                .put("severity", field.severity().word())
                .value();
    }

    private static Value noise(Map<String, Integer> noise) {
        ReportWriter writer = new ReportWriter();
        noise.forEach((rule, count) -> writer.put(rule, Value.of(count)));
        return writer.value();
    }

    private static Value coverage(Coverage coverage) {
        return new ReportWriter()
                .put("resources", Value.of(coverage.resources()))
                .put("compared", Value.of(coverage.compared()))
                .put("not_readable", list(coverage.gaps(), ReportWriter::gap))
                .value();
    }

    private static Value gap(Gap gap) {
        return new ReportWriter()
                .putOrNull("address", gap.address().map(ResourceAddress::text))
                .putOrNull("type", gap.address().map(ResourceAddress::type))
                .put("phase", gap.phase().word())
                .put("reason", gap.reason())
                .putIfPresent("deposed", gap.address().flatMap(ResourceAddress::deposed))
                .value();
    }

    private static Value unknown(StackOutcome.Unknown unknown) {
        return new ReportWriter()
                .put("phase", unknown.phase().word())
                .put("reason", unknown.reason())
                .value();
    }

    private static Value skipped(SkippedStack skipped) {
        return new ReportWriter()
                .put("path", skipped.stack().path().value())
                .put("reason", skipped.reason())
                .value();
    }

    private static <T> Value list(Collection<T> items, Function<T, Value> form) {
        return Value.of(items.stream().map(form).toList());
    }

    private ReportWriter put(String name, Value value) {
        fields.put(name, value);
        return this;
    }

    private ReportWriter put(String name, String text) {
        return put(name, Value.of(text));
    }

    private ReportWriter putOrNull(String name, Optional<String> text) {
        return put(name, text.map(Value::of).orElse(Value.ofNull()));
    }

    private ReportWriter putIfPresent(String name, Optional<String> text) {
        text.ifPresent(present -> put(name, present));
        return this;
    }

    private Value value() {
        return Value.of(fields);
    }
}
