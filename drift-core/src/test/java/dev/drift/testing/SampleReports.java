package dev.drift.testing;

import dev.drift.catalog.SkippedStack;
import dev.drift.detection.StackCheck;
import dev.drift.diagnosis.FieldClass;
import dev.drift.diagnosis.FieldFinding;
import dev.drift.diagnosis.Findings;
import dev.drift.diagnosis.Pending;
import dev.drift.diagnosis.ResourceFinding;
import dev.drift.diagnosis.Severity;
import dev.drift.diagnosis.StackOutcome;
import dev.drift.observation.ChangeAction;
import dev.drift.observation.Coverage;
import dev.drift.observation.Gap;
import dev.drift.observation.ProbePhase;
import dev.drift.observation.ResourceAddress;
import dev.drift.report.DriftReport;
import dev.drift.report.RunFacts;
import dev.drift.report.StackReport;
import dev.drift.stack.Stack;
import dev.drift.stack.StackPath;
import dev.drift.stack.Tag;
import dev.drift.value.Json;
import dev.drift.value.Value;
import dev.drift.value.ValuePath;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reports to render. */
public final class SampleReports {

    static final RunFacts RUN = new RunFacts(
            "run-1",
            Instant.parse("2026-11-20T06:00:00Z"),
            Instant.parse("2026-11-20T06:01:41Z"),
            "environment:prod",
            Map.of("repository", "acme/infra", "commit", "0123456789abcdef0123456789abcdef01234567"),
            "1.0.0");

    private SampleReports() {}

    /** One of everything that a report can say. */
    public static DriftReport everything() {
        return new DriftReport(
                RUN,
                List.of(service(), network(), bucket(), denied(), partly(), plain("/stacks/prod/dns"), pending()),
                List.of(new SkippedStack(stack("/stacks/dev/web"), "not selected by environment:prod")));
    }

    /** Nothing to complain about. */
    public static DriftReport inSync() {
        return new DriftReport(RUN, List.of(plain("/stacks/prod/dns"), plain("/stacks/prod/mail")), List.of());
    }

    /** A report in which every text that an estate can bring is the given one. */
    public static DriftReport hostile(String text) {
        Stack stack = new Stack(
                StackPath.of("/" + text.replace("/", "|")), Optional.empty(), text, text, List.of(), Path.of("/r"));
        FieldFinding field = field(ValuePath.of(text), Value.of(text), Value.of(text + "!"));
        FieldFinding nested = field(
                ValuePath.of("nested"),
                Value.of(List.of(Value.of(text), Value.of("a"))),
                Value.of(Map.of(text, Value.of(text))));
        ResourceFinding finding = new ResourceFinding(
                ResourceAddress.of("aws_x.y[\"" + text + "\"]", "aws_x"),
                ChangeAction.UPDATE,
                Severity.HIGH,
                List.of(field, nested));
        Findings findings = new Findings(
                List.of(finding),
                new Pending(List.of(finding), 1),
                List.of(finding),
                List.of(finding),
                Map.of("rule", 2),
                Coverage.complete(1));
        StackReport drifted = report(stack, new StackOutcome.Drifted(findings));
        Stack other = stack("/other");
        StackReport unknown = report(
                other,
                new StackOutcome.Unknown(
                        new Findings(
                                List.of(finding),
                                Pending.NOTHING,
                                List.of(),
                                List.of(),
                                Map.of(),
                                new Coverage(2, 1, List.of(new Gap(ProbePhase.READ, text + "?", Optional.empty())))),
                        ProbePhase.PLAN,
                        text));
        return new DriftReport(RUN, List.of(drifted, unknown), List.of(new SkippedStack(stack("/skipped"), text)));
    }

    /** A report of many stacks, each with many fields. */
    public static DriftReport large(int stacks, int fields) {
        List<FieldFinding> moved = java.util.stream.IntStream.range(0, fields)
                .mapToObj(number -> field(
                        ValuePath.of("field_" + number), Value.of("before " + number), Value.of("after " + number)))
                .toList();
        return new DriftReport(
                RUN,
                java.util.stream.IntStream.range(0, stacks)
                        .mapToObj(number -> report(
                                stack(String.format("/stacks/s%05d", number)),
                                new StackOutcome.Drifted(findings(new ResourceFinding(
                                        ResourceAddress.of("aws_x.y", "aws_x"),
                                        ChangeAction.UPDATE,
                                        Severity.LOW,
                                        moved)))))
                        .toList(),
                List.of());
    }

    private static StackReport service() {
        ResourceFinding service = new ResourceFinding(
                ResourceAddress.of("aws_ecs_service.web", "aws_ecs_service"),
                ChangeAction.UPDATE,
                Severity.MEDIUM,
                List.of(field(ValuePath.of("desired_count"), Value.of(1), Value.of(3))));
        StackCheck check = new StackCheck(
                stack("/stacks/prod/eu-central-1/ecs"),
                new StackOutcome.Drifted(findings(service)),
                "plan",
                Duration.ofMillis(12_400),
                Optional.of("the shared provider answered twice, so this stack was planned plainly"));
        return new StackReport(check, Optional.of(Instant.parse("2026-11-17T23:10:00Z")));
    }

    private static StackReport network() {
        ResourceFinding group = new ResourceFinding(
                ResourceAddress.of("module.edge[\"a\"].aws_security_group.web", "aws_security_group"),
                ChangeAction.UPDATE,
                Severity.CRITICAL,
                List.of(
                        new FieldFinding(
                                ValuePath.of("ingress"),
                                FieldClass.UNDECLARED,
                                Severity.CRITICAL,
                                Json.read("[{\"from_port\":443,\"cidr_blocks\":[\"10.0.0.0/8\"]}]"),
                                Json.read("[{\"from_port\":443,\"cidr_blocks\":[\"10.0.0.0/8\"]},"
                                        + "{\"from_port\":22,\"cidr_blocks\":[\"0.0.0.0/0\"]}]"),
                                false),
                        field(ValuePath.of("tags").field("cost centre"), Value.of("4711"), Value.ofNull())));
        ResourceFinding role = new ResourceFinding(
                ResourceAddress.of("aws_iam_role.deploy", "aws_iam_role"),
                ChangeAction.UPDATE,
                Severity.HIGH,
                List.of(
                        field(
                                ValuePath.of("assume_role_policy"),
                                Value.of(
                                        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
                                                + "\"Action\":\"sts:AssumeRole\",\"Principal\":{\"Service\":\"ecs.amazonaws.com\"}}]}"),
                                Value.of("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
                                        + "\"Action\":\"sts:*\",\"Principal\":{\"AWS\":\"*\"}}]}")),
                        field(
                                ValuePath.of("description"),
                                Value.of("Deploys the service.\nOwned by the platform team.\nAsk before changing."),
                                Value.of("Deploys the service.\nOwned by nobody.\nAsk before changing."))));
        return report(stack("/stacks/prod/eu-central-1/network"), new StackOutcome.Drifted(findings(group, role)));
    }

    private static StackReport bucket() {
        ResourceFinding gone = new ResourceFinding(
                ResourceAddress.of("aws_ssm_parameter.token", "aws_ssm_parameter"),
                ChangeAction.DELETE,
                Severity.CRITICAL,
                List.of());
        ResourceFinding secret = new ResourceFinding(
                ResourceAddress.of("aws_db_instance.main", "aws_db_instance"),
                ChangeAction.UPDATE,
                Severity.LOW,
                List.of(
                        new FieldFinding(
                                ValuePath.of("password"),
                                FieldClass.REVERTED,
                                Severity.LOW,
                                Value.of("hunter2"),
                                Value.of("hunter3"),
                                true),
                        field(
                                ValuePath.of("user_data"),
                                Value.of("A".repeat(90) + "one" + "B".repeat(90)),
                                Value.of("A".repeat(90) + "another" + "B".repeat(90)))));
        return report(stack("/stacks/prod/eu-west-1/storage"), new StackOutcome.Drifted(findings(gone, secret)));
    }

    private static StackReport denied() {
        return report(
                stack("/stacks/prod/eu-west-1/edge"),
                StackOutcome.Unknown.because(
                        ProbePhase.STATE,
                        "AccessDenied: User arn:aws:sts::111111111111:assumed-role/drift-reader is not authorized to"
                                + " perform s3:GetObject on the state of this stack"));
    }

    private static StackReport partly() {
        Coverage coverage = new Coverage(
                3,
                2,
                List.of(new Gap(
                        ProbePhase.READ,
                        "Error: reading SQS Queue: throttled",
                        Optional.of(ResourceAddress.of("aws_sqs_queue.jobs", "aws_sqs_queue")))));
        ResourceFinding seen = new ResourceFinding(
                ResourceAddress.of("aws_sns_topic.jobs", "aws_sns_topic"),
                ChangeAction.UPDATE,
                Severity.LOW,
                List.of(field(ValuePath.of("display_name"), Value.of("jobs"), Value.of("Jobs"))));
        Findings findings = new Findings(List.of(seen), Pending.NOTHING, List.of(), List.of(), Map.of(), coverage);
        return report(
                stack("/stacks/prod/eu-west-1/queues"),
                new StackOutcome.Unknown(findings, ProbePhase.READ, "1 of 3 resources could not be read"));
    }

    private static StackReport pending() {
        ResourceFinding create = new ResourceFinding(
                ResourceAddress.of("aws_sqs_queue.new", "aws_sqs_queue"), ChangeAction.CREATE, Severity.LOW, List.of());
        ResourceFinding ignored = new ResourceFinding(
                ResourceAddress.of("aws_ecs_service.worker", "aws_ecs_service"),
                ChangeAction.UPDATE,
                Severity.LOW,
                List.of(new FieldFinding(
                        ValuePath.of("desired_count"),
                        FieldClass.IGNORED,
                        Severity.LOW,
                        Value.of(2),
                        Value.of(5),
                        false)));
        ResourceFinding noted = new ResourceFinding(
                ResourceAddress.of("aws_lb.main", "aws_lb"),
                ChangeAction.UPDATE,
                Severity.LOW,
                List.of(new FieldFinding(
                        ValuePath.of("idle_timeout"),
                        FieldClass.CONVERGED,
                        Severity.LOW,
                        Value.of(60),
                        Value.of(90),
                        false)));
        return report(
                stack("/stacks/prod/workers"),
                new StackOutcome.InSync(new Findings(
                        List.of(),
                        new Pending(List.of(create), 2),
                        List.of(ignored),
                        List.of(noted),
                        Map.of("equivalent-policy", 1, "null-against-empty", 4),
                        Coverage.complete(7))));
    }

    private static StackReport plain(String path) {
        return report(
                stack(path),
                new StackOutcome.InSync(new Findings(
                        List.of(), Pending.NOTHING, List.of(), List.of(), Map.of(), Coverage.complete(4))));
    }

    private static FieldFinding field(ValuePath path, Value before, Value after) {
        return new FieldFinding(path, FieldClass.REVERTED, Severity.MEDIUM, before, after, false);
    }

    private static Findings findings(ResourceFinding... drift) {
        return new Findings(
                List.of(drift), Pending.NOTHING, List.of(), List.of(), Map.of(), Coverage.complete(drift.length));
    }

    private static StackReport report(Stack stack, StackOutcome outcome) {
        return new StackReport(
                new StackCheck(stack, outcome, "plan", Duration.ofMillis(1_500), Optional.empty()), Optional.empty());
    }

    static Stack stack(String path) {
        StackPath at = StackPath.of(path);
        List<Tag> tags = path.startsWith("/stacks/prod/eu-")
                ? List.of(Tag.of("environment/prod"), Tag.of("region/" + path.split("/", -1)[3]))
                : List.of();
        return new Stack(at, Optional.empty(), at.baseName(), "", tags, Path.of("/repository" + path));
    }
}
