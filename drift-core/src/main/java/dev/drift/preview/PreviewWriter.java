package dev.drift.preview;

import dev.drift.catalog.SkippedStack;
import dev.drift.observation.ChangeAction;
import dev.drift.observation.SideEffect;
import dev.drift.report.ReportJson;
import dev.drift.report.StackReport;
import dev.drift.value.Value;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Turns a preview into its JSON values, field by field in the order of the schema. */
final class PreviewWriter {

    private static final List<String> IDENTITY = List.of("path", "id", "name", "tags", "environment", "region");
    private static final List<ChangeAction> ACTIONS = List.of(
            ChangeAction.CREATE, ChangeAction.UPDATE, ChangeAction.REPLACE, ChangeAction.DELETE, ChangeAction.FORGET);

    private final Map<String, Value> fields = new LinkedHashMap<>();

    private PreviewWriter() {}

    static Value preview(PreviewReport preview) {
        return new PreviewWriter()
                .put("schema_version", Value.of(PreviewJson.VERSION))
                .put("verdict", preview.verdict().word())
                .putOrNull("refusal", preview.refusal())
                .put("run", ReportJson.value(preview.run()))
                .put("base", base(preview.base()))
                .put("summary", summary(preview))
                .put("stacks", list(preview.stacks(), PreviewWriter::stack))
                .put("deleted", list(preview.deleted(), path -> Value.of(path.value())))
                .put("skipped", list(preview.skipped(), PreviewWriter::skipped))
                .value();
    }

    private static Value base(PreviewBase base) {
        return new PreviewWriter()
                .putOrNull("commit", base.commit())
                .put("report", base.run().map(ReportJson::value).orElse(Value.ofNull()))
                .value();
    }

    private static Value summary(PreviewReport preview) {
        PreviewSummary summary = preview.summary();
        PreviewWriter writer = new PreviewWriter().put("previewed", Value.of(summary.previewed()));
        Arrays.stream(PreviewResult.values())
                .forEach(result -> writer.put(result.word(), Value.of(summary.stacks(result))));
        PreviewWriter changes = new PreviewWriter();
        ACTIONS.forEach(action -> changes.put(action.word(), Value.of(summary.changes(action))));
        PreviewWriter marks = new PreviewWriter();
        Arrays.stream(ChangeMark.values()).forEach(mark -> marks.put(mark.word(), Value.of(summary.marks(mark))));
        PreviewWriter effects = new PreviewWriter();
        for (SideEffect.Kind kind : SideEffect.Kind.values()) {
            effects.put(
                    kind.word(),
                    Value.of(preview.sideEffects().stream()
                            .filter(effect -> effect.kind() == kind)
                            .count()));
        }
        return writer.put("unformatted", Value.of(summary.unformatted()))
                .put("deleted", Value.of(summary.deleted()))
                .put("skipped", Value.of(summary.skipped()))
                .put("changes", changes.value())
                .put("marks", marks.value())
                .put("side_effects", effects.value())
                .value();
    }

    private static Value stack(StackPreview stack) {
        Value check = ReportJson.value(new StackReport(stack.check(), Optional.empty()));
        PreviewWriter writer = new PreviewWriter();
        IDENTITY.forEach(name -> writer.put(name, check.field(name)));
        writer.put("why", stack.change().why())
                .put("result", stack.result().word())
                .put("format", formatting(stack.formatting()))
                .put("validation", validation(stack.validation()))
                .put("plan", planning(stack.planning()))
                .put("drift", check.field("drift"))
                .put("engine", check.field("engine"))
                .put("duration_ms", check.field("duration_ms"));
        return writer.putIfPresent("note", stack.check().note()).value();
    }

    private static Value formatting(Formatting formatting) {
        String outcome = formatting instanceof Formatting.Formatted
                ? "formatted"
                : formatting instanceof Formatting.Unformatted ? "unformatted" : "not_checked";
        List<String> files = formatting instanceof Formatting.Unformatted found ? found.files() : List.of();
        Optional<String> reason =
                formatting instanceof Formatting.NotChecked not ? Optional.of(not.reason()) : Optional.empty();
        return new PreviewWriter()
                .put("outcome", outcome)
                .put("files", list(files, Value::of))
                .putOrNull("reason", reason)
                .value();
    }

    private static Value validation(Validation validation) {
        String outcome = validation instanceof Validation.Valid
                ? "valid"
                : validation instanceof Validation.Invalid ? "invalid" : "not_validated";
        Optional<String> reason =
                validation instanceof Validation.NotValidated not ? Optional.of(not.reason()) : Optional.empty();
        return new PreviewWriter()
                .put("outcome", outcome)
                .put("diagnostics", list(validation.diagnostics(), PreviewWriter::diagnostic))
                .putOrNull("reason", reason)
                .value();
    }

    private static Value diagnostic(Validation.Diagnostic said) {
        return new PreviewWriter()
                .put("severity", said.error() ? "error" : "warning")
                .put("summary", said.summary())
                .put("detail", said.detail())
                .putOrNull("file", said.place().map(Validation.Place::file))
                .put("line", said.place().map(place -> Value.of(place.line())).orElse(Value.ofNull()))
                .value();
    }

    private static Value planning(Planning planning) {
        Optional<Planning.NotPlanned> not =
                planning instanceof Planning.NotPlanned failed ? Optional.of(failed) : Optional.empty();
        return new PreviewWriter()
                .put("outcome", not.isPresent() ? "not_planned" : "planned")
                .putOrNull("phase", not.map(failed -> failed.phase().word()))
                .putOrNull("reason", not.map(Planning.NotPlanned::reason))
                .put("changes", list(planning.changes(), PreviewWriter::change))
                .put("outputs", Value.of(planning.outputs()))
                .put("side_effects", list(planning.sideEffects(), ReportJson::value))
                .value();
    }

    private static Value change(PlannedChange change) {
        return new PreviewWriter()
                .put("address", change.address().text())
                .put("type", change.address().type())
                .put("action", change.action().word())
                .put("mark", change.mark().word())
                .put("severity", change.severity().word())
                .put("fields", list(change.fields(), PreviewWriter::field))
                .putIfPresent("deposed", change.address().deposed())
                .value();
    }

    private static Value field(PlannedChange.Field field) {
        PreviewWriter writer = new PreviewWriter()
                .put("path", field.finding().path().toString())
                .put("mark", field.mark().word())
                .put("severity", field.finding().severity().word())
                .put("before", field.finding().before())
                .put("after", field.finding().after())
                .put("sensitive", Value.of(field.finding().sensitive()));
        field.lastApplied().ifPresent(value -> writer.put("last_applied", value));
        return writer.value();
    }

    private static Value skipped(SkippedStack skipped) {
        return new PreviewWriter()
                .put("path", skipped.stack().path().value())
                .put("reason", skipped.reason())
                .value();
    }

    private static <T> Value list(Collection<T> items, Function<T, Value> form) {
        return Value.of(items.stream().map(form).toList());
    }

    private PreviewWriter put(String name, Value value) {
        fields.put(name, value);
        return this;
    }

    private PreviewWriter put(String name, String text) {
        return put(name, Value.of(text));
    }

    private PreviewWriter putOrNull(String name, Optional<String> text) {
        return put(name, text.map(Value::of).orElse(Value.ofNull()));
    }

    private PreviewWriter putIfPresent(String name, Optional<String> text) {
        text.ifPresent(present -> put(name, present));
        return this;
    }

    private Value value() {
        return Value.of(fields);
    }
}
