package dev.drift.testing;

import dev.drift.catalog.ChangedStack;
import dev.drift.catalog.SkippedStack;
import dev.drift.detection.StackCheck;
import dev.drift.diagnosis.FieldClass;
import dev.drift.diagnosis.FieldFinding;
import dev.drift.diagnosis.Findings;
import dev.drift.diagnosis.Pending;
import dev.drift.diagnosis.Severity;
import dev.drift.diagnosis.StackOutcome;
import dev.drift.observation.ChangeAction;
import dev.drift.observation.Coverage;
import dev.drift.observation.ProbePhase;
import dev.drift.observation.ResourceAddress;
import dev.drift.observation.SideEffect;
import dev.drift.preview.ChangeMark;
import dev.drift.preview.Formatting;
import dev.drift.preview.PlannedChange;
import dev.drift.preview.Planning;
import dev.drift.preview.PreviewBase;
import dev.drift.preview.PreviewReport;
import dev.drift.preview.StackPreview;
import dev.drift.preview.Validation;
import dev.drift.stack.Stack;
import dev.drift.stack.StackPath;
import dev.drift.value.Value;
import dev.drift.value.ValuePath;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Previews to render and to deliver. */
public final class SamplePreviews {

    private static final PreviewBase BASE = new PreviewBase(
            Optional.of("fedcba9876543210fedcba9876543210fedcba98"), Optional.of(Reports.run("base-run")));
    private static final Formatting FORMATTED = new Formatting.Formatted();
    private static final Validation VALID = new Validation.Valid(List.of());

    private SamplePreviews() {}

    /** One of everything that a preview can say. */
    public static PreviewReport everything() {
        return new PreviewReport(
                SampleReports.RUN,
                BASE,
                List.of(service(), database(), invalid(), denied(), unchanged(), unformatted()),
                List.of(StackPath.of("/stacks/prod/old")),
                List.of(new SkippedStack(SampleReports.stack("/stacks/dev/web"), "not selected by environment:prod")),
                Optional.empty());
    }

    /** No stack changed. */
    public static PreviewReport nothing() {
        return new PreviewReport(SampleReports.RUN, BASE, List.of(), List.of(), List.of(), Optional.empty());
    }

    /** A preview of one stack whose service gets three tasks, and nothing else. */
    public static PreviewReport scaling() {
        return of(stack("/stacks/prod/eu-central-1/ecs", planned(scaled(ChangeMark.FROM_THIS_CHANGE))));
    }

    /** A preview that nobody made. */
    public static PreviewReport refused() {
        return new PreviewReport(
                SampleReports.RUN,
                PreviewBase.UNKNOWN,
                List.of(),
                List.of(),
                List.of(),
                Optional.of("the change comes from the fork stranger/infra"));
    }

    /** A preview in which every text that a repository or an estate can bring is the given one. */
    public static PreviewReport hostile(String text) {
        Stack stack = new Stack(
                StackPath.of("/" + text.replace("/", "|")), Optional.empty(), text, text, List.of(), Path.of("/r"));
        PlannedChange change = change(
                new ResourceAddress("aws_x.y[\"" + text + "\"]", "aws_x", Optional.of(text)),
                ChangeAction.REPLACE,
                ChangeMark.OVERWRITES_LIVE_CHANGE,
                new PlannedChange.Field(
                        field(ValuePath.of(text), Value.of(text), Value.of(text + "!")),
                        ChangeMark.OVERWRITES_LIVE_CHANGE,
                        Optional.of(Value.of("?" + text))));
        Validation.Diagnostic said =
                new Validation.Diagnostic(true, text, text + "\n" + text, Optional.of(new Validation.Place(text, 1)));
        Stack other = SampleReports.stack("/other");
        return new PreviewReport(
                SampleReports.RUN,
                BASE,
                List.of(
                        new StackPreview(
                                new ChangedStack(stack, "because of " + text),
                                new Formatting.Unformatted(List.of(text)),
                                VALID,
                                new Planning.Planned(
                                        List.of(change), 1, List.of(SideEffect.moving(text, "a.b[\"" + text + "\"]"))),
                                check(stack, inSync())),
                        new StackPreview(
                                new ChangedStack(other, "because of " + text),
                                new Formatting.NotChecked(text),
                                new Validation.Invalid(List.of(said)),
                                new Planning.NotPlanned(List.of(), 0, ProbePhase.VALIDATE, text),
                                check(other, StackOutcome.Unknown.because(ProbePhase.VALIDATE, text)))),
                List.of(StackPath.of("/" + text.replace("/", "|"))),
                List.of(new SkippedStack(SampleReports.stack("/skipped"), text)),
                Optional.empty());
    }

    /** A preview of these stacks. */
    public static PreviewReport of(StackPreview... stacks) {
        return new PreviewReport(SampleReports.RUN, BASE, List.of(stacks), List.of(), List.of(), Optional.empty());
    }

    /** A stack that is formatted, valid, and planned so. */
    public static StackPreview stack(String path, Planning planning) {
        Stack stack = SampleReports.stack(path);
        return new StackPreview(
                new ChangedStack(stack, path + "/main.tf changed"), FORMATTED, VALID, planning, check(stack, inSync()));
    }

    /** A plan that does these and changes no output. */
    public static Planning planned(PlannedChange... changes) {
        return new Planning.Planned(List.of(changes), 0);
    }

    /** A service that gets three tasks. */
    public static PlannedChange scaled(ChangeMark mark) {
        boolean overwrites = mark == ChangeMark.OVERWRITES_LIVE_CHANGE;
        return change(
                ResourceAddress.of("aws_ecs_service.web", "aws_ecs_service"),
                ChangeAction.UPDATE,
                mark,
                new PlannedChange.Field(
                        field(ValuePath.of("desired_count"), Value.of(overwrites ? 5 : 1), Value.of(3)),
                        mark,
                        overwrites ? Optional.of(Value.of(1)) : Optional.empty()));
    }

    private static StackPreview service() {
        PlannedChange queue = change(
                ResourceAddress.of("aws_sqs_queue.jobs", "aws_sqs_queue"),
                ChangeAction.CREATE,
                ChangeMark.FROM_THIS_CHANGE,
                new PlannedChange.Field(
                        field(ValuePath.of("name"), Value.ofNull(), Value.of("jobs")),
                        ChangeMark.FROM_THIS_CHANGE,
                        Optional.empty()));
        PlannedChange tags = change(
                ResourceAddress.of("aws_lb.main", "aws_lb"),
                ChangeAction.UPDATE,
                ChangeMark.ALREADY_DRIFTED,
                new PlannedChange.Field(
                        field(ValuePath.of("idle_timeout"), Value.of(90), Value.of(60)),
                        ChangeMark.ALREADY_DRIFTED,
                        Optional.empty()));
        PlannedChange topic = change(
                ResourceAddress.of("aws_sns_topic.jobs", "aws_sns_topic"),
                ChangeAction.UPDATE,
                ChangeMark.PENDING_BEFORE,
                new PlannedChange.Field(
                        field(ValuePath.of("display_name"), Value.of("jobs"), Value.of("Jobs")),
                        ChangeMark.PENDING_BEFORE,
                        Optional.empty()));
        return stack(
                "/stacks/prod/eu-central-1/ecs",
                new Planning.Planned(
                        List.of(scaled(ChangeMark.OVERWRITES_LIVE_CHANGE), tags, topic, queue),
                        1,
                        List.of(
                                SideEffect.invoking("action.aws_lambda_invoke.warm", Optional.of("aws_sqs_queue.jobs")),
                                SideEffect.importing("aws_s3_bucket.logs"),
                                SideEffect.moving("aws_lb.old", "aws_lb.main"))));
    }

    private static StackPreview database() {
        PlannedChange database = new PlannedChange(
                ResourceAddress.of("aws_db_instance.main", "aws_db_instance"),
                ChangeAction.REPLACE,
                Severity.HIGH,
                ChangeMark.FROM_THIS_CHANGE,
                List.of(new PlannedChange.Field(
                        new FieldFinding(
                                ValuePath.of("password"),
                                FieldClass.PLANNED,
                                Severity.HIGH,
                                Value.of("hunter2"),
                                Value.of("hunter3"),
                                true),
                        ChangeMark.FROM_THIS_CHANGE,
                        Optional.empty())));
        PlannedChange parameter = new PlannedChange(
                ResourceAddress.of("aws_ssm_parameter.token", "aws_ssm_parameter"),
                ChangeAction.DELETE,
                Severity.CRITICAL,
                ChangeMark.OVERWRITES_LIVE_CHANGE,
                List.of(new PlannedChange.Field(
                        field(ValuePath.of("description"), Value.of("by hand"), Value.ofNull()),
                        ChangeMark.OVERWRITES_LIVE_CHANGE,
                        Optional.of(Value.of("token")))));
        return stack("/stacks/prod/eu-west-1/storage", planned(database, parameter));
    }

    private static StackPreview invalid() {
        Stack stack = SampleReports.stack("/stacks/prod/eu-west-1/edge");
        String summary = "Unsupported argument";
        Validation.Diagnostic said = new Validation.Diagnostic(
                true,
                summary,
                "An argument named \"colour\" is not expected here.",
                Optional.of(new Validation.Place("stacks/prod/eu-west-1/edge/main.tf", 12)));
        return new StackPreview(
                new ChangedStack(stack, "stacks/prod/eu-west-1/edge/main.tf changed"),
                FORMATTED,
                new Validation.Invalid(List.of(said)),
                new Planning.NotPlanned(List.of(), 0, ProbePhase.VALIDATE, summary),
                check(stack, StackOutcome.Unknown.because(ProbePhase.VALIDATE, summary)));
    }

    private static StackPreview denied() {
        Stack stack = SampleReports.stack("/stacks/prod/eu-west-1/queues");
        String reason = "AccessDenied: User drift-reader is not authorized to perform s3:GetObject";
        return new StackPreview(
                new ChangedStack(stack, "modules/queue/main.tf changed"),
                FORMATTED,
                VALID,
                new Planning.NotPlanned(List.of(), 0, ProbePhase.STATE, reason),
                check(stack, StackOutcome.Unknown.because(ProbePhase.STATE, reason)));
    }

    private static StackPreview unchanged() {
        return stack("/stacks/prod/dns", planned());
    }

    private static StackPreview unformatted() {
        StackPreview plain = stack("/stacks/prod/mail", planned(scaled(ChangeMark.FROM_THIS_CHANGE)));
        return new StackPreview(
                plain.change(),
                new Formatting.Unformatted(List.of("stacks/prod/mail/main.tf", "stacks/prod/mail/vars.tf")),
                VALID,
                plain.planning(),
                plain.check());
    }

    private static PlannedChange change(
            ResourceAddress address, ChangeAction action, ChangeMark mark, PlannedChange.Field field) {
        return new PlannedChange(address, action, Severity.MEDIUM, mark, List.of(field));
    }

    private static FieldFinding field(ValuePath path, Value before, Value after) {
        return new FieldFinding(path, FieldClass.PLANNED, Severity.MEDIUM, before, after, false);
    }

    private static StackOutcome inSync() {
        return new StackOutcome.InSync(
                new Findings(List.of(), Pending.NOTHING, List.of(), List.of(), Map.of(), Coverage.complete(4)));
    }

    private static StackCheck check(Stack stack, StackOutcome outcome) {
        return new StackCheck(stack, outcome, "plan/shared", Duration.ofMillis(2_300), Optional.empty());
    }
}
