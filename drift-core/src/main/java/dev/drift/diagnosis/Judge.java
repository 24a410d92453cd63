package dev.drift.diagnosis;

import static java.util.Objects.requireNonNull;

import dev.drift.observation.ChangeAction;
import dev.drift.observation.CodeSide;
import dev.drift.observation.Gap;
import dev.drift.observation.Observation;
import dev.drift.observation.ProbePhase;
import java.util.List;
import java.util.Optional;

/**
 * Decides what an observation means (design 5). Pure and immutable: the same observation gives the same outcome, whatever
 * the order of its lists, on any thread, without touching a file, a clock or the network. No outcome holds a value that
 * was marked sensitive or gives itself away as a secret.
 */
public final class Judge {

    private final RuleBook rules;
    private final UndeclaredPolicy undeclared;

    private Judge(RuleBook rules, UndeclaredPolicy undeclared) {
        this.rules = requireNonNull(rules, "rules is null");
        this.undeclared = requireNonNull(undeclared, "undeclared is null");
    }

    /** A judge who goes by the book, and for whom undeclared fields count if they matter to security. */
    public static Judge by(RuleBook rules) {
        return new Judge(rules, UndeclaredPolicy.SECURITY);
    }

    /** The same judge with another view of undeclared fields. */
    public Judge treatingUndeclared(UndeclaredPolicy policy) {
        return new Judge(rules, policy);
    }

    /**
     * What the observation means. A gap in what was seen makes the stack unknown, for the reason of the first gap, and so does
     * a state that holds nothing while the code asks for something: nobody can tell a stack that was never applied from one
     * whose state was lost.
     */
    public StackOutcome judge(Observation observation) {
        Findings findings =
                new Examination(new Evidence(rules, observation), undeclared).findings(observation.coverage());
        if (!findings.coverage().gaps().isEmpty()) {
            Gap first = findings.coverage().gaps().get(0);
            return new StackOutcome.Unknown(findings, first.phase(), first.reason());
        }
        if (!findings.drift().isEmpty()) {
            return new StackOutcome.Drifted(findings);
        }
        if (isStateEmpty(findings)) {
            return new StackOutcome.Unknown(
                    findings, ProbePhase.STATE, "the state holds nothing: never applied, destroyed, or lost");
        }
        return new StackOutcome.InSync(findings);
    }

    /** What an apply of what was observed would do; empty where the code was not planned. */
    public Optional<Outlook> outlook(Observation observation) {
        if (!(observation.codeSide() instanceof CodeSide.Seen code)) {
            return Optional.empty();
        }
        Observation undrifted = new Observation(
                List.of(),
                code,
                observation.siblings(),
                observation.coverage(),
                Optional.empty(),
                observation.secrets());
        Examination moved = new Examination(new Evidence(rules, observation), undeclared);
        return Optional.of(new Outlook(
                new Examination(new Evidence(rules, undrifted), undeclared).planned(),
                code.changedOutputs(),
                code.sideEffects().stream()
                        .map(new SafeWords(observation.secrets())::of)
                        .toList(),
                moved.overwritten(),
                moved.moved()));
    }

    private static boolean isStateEmpty(Findings findings) {
        return findings.coverage().resources() == 0
                && findings.pending().resources().stream()
                        .anyMatch(resource -> resource.action() == ChangeAction.CREATE);
    }
}
