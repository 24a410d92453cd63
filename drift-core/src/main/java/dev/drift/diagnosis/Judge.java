package dev.drift.diagnosis;

import static java.util.Objects.requireNonNull;

import dev.drift.observation.ChangeAction;
import dev.drift.observation.CodeSide;
import dev.drift.observation.Gap;
import dev.drift.observation.Observation;
import dev.drift.observation.ProbePhase;
import dev.drift.stack.Stack;
import java.time.LocalDate;
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
    private final Waivers waivers;

    private Judge(RuleBook rules, UndeclaredPolicy undeclared, Waivers waivers) {
        this.rules = requireNonNull(rules, "rules is null");
        this.undeclared = requireNonNull(undeclared, "undeclared is null");
        this.waivers = waivers;
    }

    /** A judge who goes by the book, and for whom undeclared fields count if they matter to security. */
    public static Judge by(RuleBook rules) {
        return new Judge(rules, UndeclaredPolicy.SECURITY, Waivers.NONE);
    }

    /** The same judge with another view of undeclared fields. */
    public Judge treatingUndeclared(UndeclaredPolicy policy) {
        return new Judge(rules, policy, waivers);
    }

    /** The same judge, for whom only these waivers were given. They say nothing of what an apply would do. */
    public Judge waiving(List<Waiver> given) {
        return new Judge(rules, undeclared, new Waivers(given));
    }

    /**
     * What the observation means. A gap in what was seen makes the stack unknown, for the reason of the first gap, and so does
     * a state that holds nothing while the code asks for something: nobody can tell a stack that was never applied from one
     * whose state was lost.
     */
    public StackOutcome judge(Observation observation) {
        return concluded(findings(observation));
    }

    /**
     * The same of a stack on a day of UTC: drift that a waiver leaves alone is ignored. It does not count then, and is marked with
     * the waiver.
     */
    public StackOutcome judge(Stack stack, Observation observation, LocalDate today) {
        return concluded(waivers.over(stack, findings(observation), today));
    }

    /** Which drift of a stack counts again because a waiver of it is over; empty if there is none. */
    public Optional<String> expired(Stack stack, StackOutcome outcome, LocalDate today) {
        return waivers.expired(stack, outcome.findings(), today);
    }

    private Findings findings(Observation observation) {
        return new Examination(new Evidence(rules, observation), undeclared).findings(observation.coverage());
    }

    private static StackOutcome concluded(Findings findings) {
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
