package dev.drift.diagnosis;

import dev.drift.observation.ChangeAction;
import dev.drift.observation.Coverage;
import dev.drift.observation.ResourceAddress;
import dev.drift.observation.ResourceChange;
import dev.drift.value.Difference;
import dev.drift.value.Value;
import dev.drift.value.ValuePath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Goes through one observation, object by object, and enters what it finds. */
final class Examination {

    private final Evidence evidence;
    private final UndeclaredPolicy undeclared;
    private final Ledger drift = new Ledger();
    private final Ledger ignored = new Ledger();
    private final Ledger noted = new Ledger();
    private final Ledger pending = new Ledger();
    private final Map<String, Integer> noise = new TreeMap<>();

    Examination(Evidence evidence, UndeclaredPolicy undeclared) {
        this.evidence = evidence;
        this.undeclared = undeclared;
        evidence.drifted().forEach(this::examineDrift);
        evidence.planned().forEach(this::examinePlanned);
    }

    /** Everything found. */
    Findings findings(Coverage coverage) {
        SafeWords words = new SafeWords(evidence.secrets());
        return new Findings(
                words.of(drift.findings()),
                new Pending(words.of(pending.findings()), evidence.changedOutputs()),
                words.of(ignored.findings()),
                words.of(noted.findings()),
                noise,
                words.of(coverage));
    }

    /** Every object the plan touches, also those in which no field is seen to change. */
    List<ResourceFinding> planned() {
        evidence.planned().stream()
                .filter(change -> change.action() != ChangeAction.NO_OP && change.action() != ChangeAction.READ)
                .forEach(change -> pending.open(change.address(), change.action(), floor(change.action())));
        return new SafeWords(evidence.secrets()).of(pending.findings());
    }

    /** The live changes that the plan takes away. */
    List<ResourceFinding> overwritten() {
        Ledger overwritten = new Ledger();
        Stream.of(drift, ignored, noted)
                .flatMap(ledger -> ledger.findings().stream())
                .forEach(moved -> evidence.plannedFor(moved.address())
                        .ifPresent(plan -> enterOverwritten(overwritten, moved, plan)));
        return new SafeWords(evidence.secrets()).of(overwritten.findings());
    }

    /** The objects that are not as they were applied last. */
    Set<ResourceAddress> moved() {
        SafeWords words = new SafeWords(evidence.secrets());
        return evidence.drifted().stream()
                .map(change -> words.of(change.address()))
                .collect(Collectors.toSet());
    }

    private void enterOverwritten(Ledger overwritten, ResourceFinding moved, ResourceChange plan) {
        Overwriting overwriting = new Overwriting(plan, evidence.typeOf(moved.address()));
        if (overwriting.bringsBack(moved)) {
            overwritten.open(moved.address(), moved.action(), moved.severity());
        }
        overwriting.of(moved).forEach(field -> overwritten.add(moved.address(), moved.action(), field));
    }

    private void examineDrift(ResourceChange change) {
        if (change.after().value().isNull()) {
            enterGone(change);
            return;
        }
        MovedObject object = new MovedObject(change, evidence);
        object.noise().forEach((rule, count) -> noise.merge(rule, count, Integer::sum));
        Classifier classifier = new Classifier(evidence, object);
        for (Difference difference : object.differences()) {
            FieldClass kind = classifier.classify(difference);
            ledgerOf(kind, object.facts(), difference)
                    .add(change.address(), ChangeAction.UPDATE, finding(change, kind, difference));
        }
    }

    private Ledger ledgerOf(FieldClass kind, TypeFacts facts, Difference difference) {
        return switch (kind) {
            case REVERTED, MOVED, GONE -> drift;
            case IGNORED, IGNORED_BY_INFERENCE -> ignored;
            case CONVERGED, COMPUTED -> noted;
            case PLANNED -> pending;
            case UNDECLARED -> isCounted(facts, difference) ? drift : noted;
        };
    }

    private boolean isCounted(TypeFacts facts, Difference difference) {
        return switch (undeclared) {
            case ALL -> true;
            case NONE -> false;
            case SECURITY -> facts.security(difference.path()).isPresent();
        };
    }

    /** An object that is gone is told by its identity alone: every other field went with it. */
    private void enterGone(ResourceChange change) {
        ResourceAddress address = change.address();
        drift.open(address, ChangeAction.DELETE, Severity.CRITICAL);
        Value identity = change.before().value().field("id");
        if (identity.text().isPresent()) {
            Difference gone = new Difference(ValuePath.of("id"), identity, Value.ofNull(), Optional.empty());
            Concealment.Shown shown = shown(change, gone);
            drift.add(address, ChangeAction.DELETE, finding(shown, FieldClass.GONE, Severity.CRITICAL));
        }
    }

    private void examinePlanned(ResourceChange change) {
        Optional<List<Difference>> news = new PendingChanges(change, evidence).news();
        if (news.isEmpty()) {
            return;
        }
        pending.open(change.address(), change.action(), floor(change.action()));
        for (Difference difference : news.get()) {
            pending.add(change.address(), change.action(), finding(change, FieldClass.PLANNED, difference));
        }
    }

    private static Severity floor(ChangeAction action) {
        return switch (action) {
            case DELETE -> Severity.CRITICAL;
            case REPLACE -> Severity.HIGH;
            case NO_OP, CREATE, READ, UPDATE, FORGET -> Severity.LOW;
        };
    }

    private FieldFinding finding(ResourceChange change, FieldClass kind, Difference difference) {
        Severity severity = SeverityScale.of(evidence.typeOf(change.address()), difference);
        return finding(shown(change, difference), kind, severity);
    }

    private Concealment.Shown shown(ResourceChange change, Difference difference) {
        return new Concealment(evidence.typeOf(change.address()), change.before(), change.after(), evidence.secrets())
                .show(difference);
    }

    private static FieldFinding finding(Concealment.Shown shown, FieldClass kind, Severity severity) {
        return new FieldFinding(shown.path(), kind, severity, shown.before(), shown.after(), shown.sensitive());
    }
}
