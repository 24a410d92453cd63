package dev.drift.provision;

import dev.drift.audit.AuditEvent;
import dev.drift.audit.AuditEvent.Kind;
import dev.drift.audit.RunJournal;
import dev.drift.catalog.SkippedStack;
import dev.drift.catalog.Workload;
import dev.drift.diagnosis.ResourceFinding;
import dev.drift.sink.Delivery;
import dev.drift.stack.Stack;
import dev.drift.stack.StackPath;
import dev.drift.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a trail keeps of a provisioning: which objects plans touch and how, and how it ended. No value of any object. */
final class ProvisionFacts {

    private static final String ACTION = "provision";

    private ProvisionFacts() {}

    static AuditEvent begun(String selector, Workload workload, Predicate<Stack> mine) {
        return AuditEvent.of(Kind.RUN_STARTED)
                .with("action", ACTION)
                .with("selector", selector)
                .with("selected", workload.selected().stream().filter(mine).count())
                .with(
                        "skipped",
                        workload.skipped().stream()
                                .map(SkippedStack::stack)
                                .filter(mine)
                                .count());
    }

    static AuditEvent planned(ProvisionEvent.Planned planned) {
        return of(Kind.PLANNED, planned.stack())
                .with("outputs", planned.plan().outputs())
                .with("objects", objects(planned.plan().resources()))
                .with("overwritten", objects(planned.plan().overwritten()));
    }

    /** With whether it was begun before it was over. */
    static AuditEvent ended(StackProvision over, boolean begun) {
        Stack stack = over.stack();
        AuditEvent event = over.outcome()
                .fold(
                        applied -> of(Kind.PROVISIONED, stack)
                                .with("objects", objects(applied.changes().resources())),
                        unchanged -> of(Kind.UNCHANGED, stack),
                        refused -> of(Kind.REFUSED, stack)
                                .with("reason", refused.reason())
                                .with("objects", objects(refused.objects())),
                        failed -> of(Kind.FAILED, stack)
                                .with("reason", failed.reason())
                                .with("phase", failed.changes().isPresent() ? "apply" : "plan")
                                .with("done", failed.done().size()),
                        notDone -> of(begun ? Kind.INTERRUPTED : Kind.NOT_STARTED, stack)
                                .with("reason", notDone.reason()));
        return event.with("duration_ms", over.duration().toMillis());
    }

    /** How a run ended, as far as a journal keeps it: what is not there any more, who was told, what it says. */
    static List<AuditEvent> over(ProvisionReport whole, List<Delivery> told, RunJournal journal) {
        ProvisionReport report = whole.only(journal::keeps);
        List<Stack> about = whole.stacks().stream().map(StackProvision::stack).toList();
        return Stream.of(
                        report.deleted().stream().map(ProvisionFacts::deleted),
                        told.stream().map(delivery -> journal.told(delivery, about)),
                        Stream.of(finished(report)))
                .flatMap(Function.identity())
                .toList();
    }

    private static AuditEvent deleted(StackPath path) {
        return AuditEvent.of(Kind.DELETED).with("stack", path.toString());
    }

    private static AuditEvent finished(ProvisionReport report) {
        AuditEvent event = AuditEvent.of(Kind.RUN_FINISHED)
                .with("action", ACTION)
                .with("verdict", report.verdict().word())
                .with("selected", report.stacks().size());
        for (ProvisionStatus status : ProvisionStatus.values()) {
            event = event.with(status.word(), report.count(status));
        }
        event = event.with("destroyed", report.destroyed())
                .with(
                        "not_in_sync_afterwards",
                        report.stacks().stream()
                                .filter(StackProvision::isDoubtful)
                                .count())
                .with("started_at", report.run().startedAt().toString())
                .with("finished_at", report.run().finishedAt().toString())
                .with("selector", report.run().selector());
        for (String origin : List.of("repository", "commit", "environment", "region")) {
            event = report.run().from(origin).isPresent()
                    ? event.with(origin, report.run().from(origin).get())
                    : event;
        }
        return event.with("drift_version", report.run().version());
    }

    private static AuditEvent of(Kind kind, Stack stack) {
        return AuditEvent.of(kind).with("stack", stack.path().toString());
    }

    private static Value objects(List<ResourceFinding> resources) {
        return Value.of(resources.stream().map(ProvisionFacts::object).toList());
    }

    private static Value object(ResourceFinding resource) {
        Map<String, Value> facts = new LinkedHashMap<>();
        facts.put("address", Value.of(resource.address().toString()));
        facts.put("action", Value.of(resource.action().word()));
        return Value.of(facts);
    }
}
