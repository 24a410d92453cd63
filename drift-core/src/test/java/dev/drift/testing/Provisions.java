package dev.drift.testing;

import dev.drift.diagnosis.FieldClass;
import dev.drift.diagnosis.FieldFinding;
import dev.drift.diagnosis.ResourceFinding;
import dev.drift.diagnosis.Severity;
import dev.drift.observation.ChangeAction;
import dev.drift.observation.ResourceAddress;
import dev.drift.observation.SideEffect;
import dev.drift.provision.PlannedChanges;
import dev.drift.provision.ProvisionOutcome;
import dev.drift.provision.ProvisionReport;
import dev.drift.provision.StackProvision;
import dev.drift.report.RunFacts;
import dev.drift.stack.Stack;
import dev.drift.stack.StackPath;
import dev.drift.value.Value;
import dev.drift.value.ValuePath;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reports of provisionings for tests. */
public final class Provisions {

    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    private Provisions() {}

    /** A service gets a number of tasks. */
    public static ResourceFinding scaling(int from, int to) {
        return new ResourceFinding(
                ResourceAddress.of("aws_ecs_service.web", "aws_ecs_service"),
                ChangeAction.UPDATE,
                Severity.MEDIUM,
                List.of(new FieldFinding(
                        ValuePath.of("desired_count"),
                        FieldClass.PLANNED,
                        Severity.MEDIUM,
                        Value.of(from),
                        Value.of(to),
                        false)));
    }

    /** A secret of a database changes. */
    public static ResourceFinding secret(String before, String after) {
        return new ResourceFinding(
                ResourceAddress.of("aws_db_instance.main", "aws_db_instance"),
                ChangeAction.UPDATE,
                Severity.HIGH,
                List.of(new FieldFinding(
                        ValuePath.of("password"),
                        FieldClass.PLANNED,
                        Severity.HIGH,
                        Value.of(before),
                        Value.of(after),
                        true)));
    }

    /** An object ends. */
    public static ResourceFinding ending(String address, ChangeAction action) {
        String type = address.substring(0, address.indexOf('.'));
        return new ResourceFinding(ResourceAddress.of(address, type), action, Severity.CRITICAL, List.of());
    }

    /** A stack with an outcome, unchecked, that took two seconds. */
    public static StackProvision of(Stack stack, ProvisionOutcome outcome) {
        return new StackProvision(
                stack, Optional.of(stack + "/main.tf changed"), outcome, Duration.ofMillis(2_345), Optional.empty());
    }

    /** A run of these stacks, that took a minute. */
    public static ProvisionReport report(StackProvision... stacks) {
        RunFacts run = new RunFacts(
                "run-1",
                START,
                START.plusSeconds(60),
                "Environment:prod",
                Map.of("repository", "acme/infra", "commit", "0123456789012345678901234567890123456789"),
                "1.0.0");
        return new ProvisionReport(run, List.of(stacks), List.of());
    }

    /** Something of every status, and a stack that is not there any more. */
    public static ProvisionReport full() {
        ProvisionReport all = ofEveryStatus();
        return new ProvisionReport(all.run(), all.stacks(), all.skipped(), List.of(StackPath.of("/prod/legacy")));
    }

    private static ProvisionReport ofEveryStatus() {
        PlannedChanges scaled = new PlannedChanges(List.of(scaling(1, 3)), 1, List.of());
        PlannedChanges ends = new PlannedChanges(
                List.of(
                        secret("hunter2-old", "hunter2-new"),
                        ending("aws_db_instance.old", ChangeAction.DELETE),
                        ending("aws_instance.web", ChangeAction.REPLACE)),
                0,
                List.of(
                        SideEffect.importing("aws_s3_bucket.logs"),
                        SideEffect.moving("aws_lb.old[\"a\"]", "aws_lb.main")),
                List.of(scaling(3, 1)));
        Stack service = Stacks.stack("/prod/service", "environment/prod");
        return report(
                of(service, new ProvisionOutcome.Applied(scaled, List.of("Apply complete!")))
                        .checkedFor(Reports.check(service, Outcomes.inSync())),
                of(Stacks.stack("/prod/dns"), new ProvisionOutcome.Unchanged()),
                of(
                        Stacks.stack("/prod/data"),
                        new ProvisionOutcome.Refused(ends, "it would destroy 2 objects, and none may be")),
                of(
                        Stacks.stack("/prod/queue"),
                        new ProvisionOutcome.Failed(
                                "Error: creating SQS Queue: AccessDenied",
                                Optional.of(scaled),
                                List.of("aws_sns_topic.events: Creation complete after 1s"),
                                Optional.of(Path.of("/home/ci/.local/state/drift/states/queue/errored.tfstate")))),
                of(
                        Stacks.stack("/prod/worker"),
                        new ProvisionOutcome.NotDone("it depends on /prod/queue, which failed")));
    }
}
