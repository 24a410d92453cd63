package dev.drift.preview;

import dev.drift.catalog.ChangedStack;
import dev.drift.catalog.SkippedStack;
import dev.drift.diagnosis.FieldClass;
import dev.drift.diagnosis.ResourceFinding;
import dev.drift.observation.ProbePhase;
import dev.drift.observation.SideEffect;
import dev.drift.report.ReportJson;
import dev.drift.report.StackReport;
import dev.drift.report.Verdict;
import dev.drift.stack.Stack;
import dev.drift.stack.StackPath;
import dev.drift.value.Json;
import dev.drift.value.Value;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Reads a preview back. A stack is read as a report's is, what would be applied as what is pending there. */
final class PreviewReader {

    private static final Value NONE = Value.of(List.<Value>of());

    private PreviewReader() {}

    static PreviewReport preview(Value written) {
        if (!written.field("schema_version").equals(Value.of(PreviewJson.VERSION))) {
            throw new IllegalArgumentException("schema_version is " + written.field("schema_version"));
        }
        return new PreviewReport(
                ReportJson.run(written.field("run")),
                base(written.field("base")),
                list(written.field("stacks"), PreviewReader::stack),
                list(written.field("deleted"), path -> StackPath.of(text(path))),
                list(written.field("skipped"), PreviewReader::skipped),
                written.field("refusal").text());
    }

    private static PreviewBase base(Value base) {
        Value run = base.field("report");
        return new PreviewBase(
                base.field("commit").text(), run.isNull() ? Optional.empty() : Optional.of(ReportJson.run(run)));
    }

    private static SkippedStack skipped(Value written) {
        StackPath path = StackPath.of(text(written.field("path")));
        Path directory = Path.of(path.value()).toAbsolutePath();
        Stack stack = new Stack(path, Optional.empty(), path.baseName(), "", List.of(), directory);
        return new SkippedStack(stack, text(written.field("reason")));
    }

    private static StackPreview stack(Value written) {
        StackReport read = ReportJson.stack(asReported(written));
        return new StackPreview(
                new ChangedStack(read.stack(), text(written.field("why"))),
                formatting(written.field("format")),
                validation(written.field("validation")),
                planning(
                        written.field("plan"),
                        read.outcome().findings().pending().resources()),
                read.check());
    }

    private static Value asReported(Value written) {
        Value plan = written.field("plan");
        boolean planned = plan.field("outcome").equals(Value.of("planned"));
        Verdict verdict = !planned
                ? Verdict.UNKNOWN
                : written.field("drift").items().isEmpty() ? Verdict.IN_SYNC : Verdict.DRIFTED;
        Map<String, Value> fields = new LinkedHashMap<>(((Value.Fields) written).values());
        fields.put("outcome", Value.of(verdict.word()));
        fields.put("pending", Value.of(list(plan.field("changes"), PreviewReader::pending)));
        fields.put("pending_outputs", plan.field("outputs"));
        fields.put("ignored", NONE);
        fields.put("noted", NONE);
        fields.put("noise", Value.of(Map.<String, Value>of()));
        fields.put(
                "coverage", Value.of(Map.of("resources", Value.of(0), "compared", Value.of(0), "not_readable", NONE)));
        fields.put("unknown", plan);
        return Value.of(fields);
    }

    private static Value pending(Value change) {
        return with(
                change,
                "fields",
                Value.of(list(
                        change.field("fields"), field -> with(field, "class", Value.of(FieldClass.PLANNED.word())))));
    }

    private static Value with(Value written, String name, Value value) {
        Map<String, Value> fields = new LinkedHashMap<>(((Value.Fields) written).values());
        fields.put(name, value);
        return Value.of(fields);
    }

    private static Planning planning(Value plan, List<ResourceFinding> found) {
        List<Value> changes = plan.field("changes").items();
        List<PlannedChange> planned = IntStream.range(0, changes.size())
                .mapToObj(index -> change(changes.get(index), found.get(index)))
                .toList();
        int outputs = Integer.parseInt(plan.field("outputs").toString());
        return plan.field("outcome").equals(Value.of("planned"))
                ? new Planning.Planned(planned, outputs, list(plan.field("side_effects"), PreviewReader::sideEffect))
                : new Planning.NotPlanned(
                        planned,
                        outputs,
                        word(plan.field("phase"), ProbePhase.values(), ProbePhase::word),
                        text(plan.field("reason")));
    }

    private static SideEffect sideEffect(Value written) {
        return new SideEffect(
                word(written.field("kind"), SideEffect.Kind.values(), SideEffect.Kind::word),
                text(written.field("address")),
                written.field("origin").text());
    }

    private static PlannedChange change(Value written, ResourceFinding found) {
        List<Value> fields = written.field("fields").items();
        return new PlannedChange(
                found.address(),
                found.action(),
                found.severity(),
                mark(written),
                IntStream.range(0, fields.size())
                        .mapToObj(index -> new PlannedChange.Field(
                                found.fields().get(index), mark(fields.get(index)), lastApplied(fields.get(index))))
                        .toList());
    }

    private static ChangeMark mark(Value written) {
        return word(written.field("mark"), ChangeMark.values(), ChangeMark::word);
    }

    private static Optional<Value> lastApplied(Value field) {
        return ((Value.Fields) field).values().containsKey("last_applied")
                ? Optional.of(field.field("last_applied"))
                        .map(value -> value.equals(Value.of(Json.REDACTED)) ? Value.redacted() : value)
                : Optional.empty();
    }

    private static Formatting formatting(Value written) {
        return switch (text(written.field("outcome"))) {
            case "formatted" -> new Formatting.Formatted();
            case "unformatted" -> new Formatting.Unformatted(list(written.field("files"), PreviewReader::text));
            default -> new Formatting.NotChecked(text(written.field("reason")));
        };
    }

    private static Validation validation(Value written) {
        List<Validation.Diagnostic> said = list(written.field("diagnostics"), PreviewReader::diagnostic);
        return switch (text(written.field("outcome"))) {
            case "valid" -> new Validation.Valid(said);
            case "invalid" -> new Validation.Invalid(said);
            default -> new Validation.NotValidated(text(written.field("reason")));
        };
    }

    private static Validation.Diagnostic diagnostic(Value written) {
        return new Validation.Diagnostic(
                written.field("severity").equals(Value.of("error")),
                text(written.field("summary")),
                text(written.field("detail")),
                written.field("file")
                        .text()
                        .map(file -> new Validation.Place(
                                file, Integer.parseInt(written.field("line").toString()))));
    }

    private static String text(Value written) {
        return written.text().orElseThrow(() -> new IllegalArgumentException("a text is missing, not " + written));
    }

    private static <E extends Enum<E>> E word(Value written, E[] constants, Function<E, String> word) {
        return Arrays.stream(constants)
                .filter(constant -> Value.of(word.apply(constant)).equals(written))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no " + written));
    }

    private static <T> List<T> list(Value written, Function<Value, T> form) {
        return written.items().stream().map(form).toList();
    }
}
