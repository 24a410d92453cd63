package dev.drift.diagnosis;

import static java.util.Objects.requireNonNull;

import dev.drift.observation.Coverage;
import dev.drift.observation.Gap;
import dev.drift.observation.Observation;
import java.util.List;
import java.util.Map;

/**
 * Decides what an observation means (design 5). Pure and immutable: the same observation gives the same outcome, on any
 * thread, without touching a file, a clock or the network.
 */
public final class Judge {

    private final RuleBook rules;

    @SuppressWarnings("unused")
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

    /** What the observation means. Never throws for what a tool may have handed over. */
    public StackOutcome judge(Observation observation) {
        Coverage coverage = observation.coverage();
        Findings findings = new Findings(List.of(), Pending.NOTHING, List.of(), List.of(), Map.of(), coverage);
        if (!coverage.gaps().isEmpty()) {
            Gap first = coverage.gaps().get(0);
            return new StackOutcome.Unknown(findings, first.phase(), first.reason());
        }
        return new StackOutcome.InSync(findings);
    }
}
