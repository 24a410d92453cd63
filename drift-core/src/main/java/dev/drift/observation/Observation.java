package dev.drift.observation;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a probe saw of one stack, managed objects only. It holds values in clear and never leaves the process; what leaves is
 * built anew by the judge, who compares values as they are and shows none that is a secret or a copy of one.
 *
 * @param drifted the last apply against live, by address; an entry may turn out to differ in nothing that matters
 * @param codeSide the code against live
 * @param siblings the objects of the same state that mention a drifted object, by address
 * @param coverage how far the look reached
 * @param renderedPlan the plan for people, if it was asked for
 * @param secrets what is secret in the stack as a whole, so that copies of it are known wherever they stand
 */
public record Observation(
        List<ResourceChange> drifted,
        CodeSide codeSide,
        List<Sibling> siblings,
        Coverage coverage,
        Optional<String> renderedPlan,
        KnownSecrets secrets) {

    public Observation {
        drifted = List.copyOf(drifted);
        requireNonNull(codeSide, "codeSide is null");
        siblings = List.copyOf(siblings);
        requireNonNull(coverage, "coverage is null");
        requireNonNull(renderedPlan, "renderedPlan is null");
        requireNonNull(secrets, "secrets is null");
    }

    /** Of a stack in which nothing is secret but what is marked in the changes themselves. */
    public Observation(
            List<ResourceChange> drifted,
            CodeSide codeSide,
            List<Sibling> siblings,
            Coverage coverage,
            Optional<String> renderedPlan) {
        this(drifted, codeSide, siblings, coverage, renderedPlan, KnownSecrets.NONE);
    }

    /**
     * Whether nothing at all moved and nothing is left to do: everything was compared, code and outputs included, and no
     * difference was found, not even one that says nothing.
     */
    public boolean isStill() {
        boolean done = codeSide instanceof CodeSide.Remembered
                || (codeSide instanceof CodeSide.Seen seen && !seen.changesAnything());
        return done && isUnmoved();
    }

    /** Whether another look saw the same. Of looks that saw nothing move it does not matter what else they know of the code. */
    public boolean agreesWith(Observation other) {
        // The environment of a look has secrets of its own, which are none of what is seen.
        boolean same = keeping(KnownSecrets.NONE).equals(other.keeping(KnownSecrets.NONE));
        return same
                || (isUnmoved() && other.isUnmoved() && isAsMuchOfTheCode(other) && coverage.equals(other.coverage));
    }

    private boolean isUnmoved() {
        return drifted.isEmpty() && coverage.gaps().isEmpty() && coverage.compared() == coverage.resources();
    }

    /** Where one of them was not asked for the code, what the other saw of it is no contradiction. */
    private boolean isAsMuchOfTheCode(Observation other) {
        return (isStill() && other.isStill())
                || codeSide instanceof CodeSide.Unasked
                || other.codeSide instanceof CodeSide.Unasked;
    }

    /** The same, told what is secret. */
    public Observation keeping(KnownSecrets known) {
        return new Observation(drifted, codeSide, siblings, coverage, renderedPlan, known);
    }

    /**
     * The same, with what others saw of the code of its objects. Nothing is changed where the code was not looked at, and
     * nobody is asked then; nor where nothing moved, of which nobody could say anything.
     */
    public Observation hearing(Supplier<List<Testimony>> witnesses) {
        if (!(codeSide instanceof CodeSide.Seen seen)
                || (drifted.isEmpty() && seen.planned().isEmpty())) {
            return this;
        }
        List<Testimony> testimonies = witnesses.get();
        if (testimonies.isEmpty()) {
            return this;
        }
        Declarations declarations =
                seen.declarations().evaluatedTo(new Hearing(testimonies).about(drifted, seen.planned()));
        CodeSide heard = new CodeSide.Seen(
                seen.planned(), seen.changedOutputs(), seen.sideEffects(), declarations, seen.ignores());
        return new Observation(drifted, heard, siblings, coverage, renderedPlan, secrets);
    }
}
