package dev.drift.alert;

import static java.util.Objects.requireNonNull;

import dev.drift.diagnosis.Severity;
import dev.drift.estate.Cell;
import dev.drift.estate.Environment;
import dev.drift.estate.Region;
import dev.drift.report.StackReport;
import dev.drift.report.Verdict;
import java.util.Set;

/**
 * What a route wants to hear.
 *
 * @param environments of which environments; of all if empty
 * @param regions of which regions, {@link Region#GLOBAL} for stacks without one; of all if empty
 * @param verdicts of stacks that drifted, are unknown, or both
 * @param least drift that is less severe is not told
 * @param changes which changes
 */
public record AlertFilter(
        Set<Environment> environments,
        Set<Region> regions,
        Set<Verdict> verdicts,
        Severity least,
        Set<Change> changes) {

    /** Everything that is not in sync, and its end. */
    public static final AlertFilter EVERYTHING = new AlertFilter(
            Set.of(), Set.of(), Set.of(Verdict.DRIFTED, Verdict.UNKNOWN), Severity.LOW, Set.copyOf(Change.askedFor()));

    public AlertFilter {
        environments = Set.copyOf(environments);
        regions = Set.copyOf(regions);
        verdicts = Set.copyOf(verdicts);
        requireNonNull(least, "least is null");
        changes = Set.copyOf(changes);
        if (verdicts.isEmpty() || verdicts.contains(Verdict.IN_SYNC)) {
            throw new IllegalArgumentException("Alerts are told of what drifted or is unknown: " + verdicts);
        }
        if (changes.isEmpty()) {
            throw new IllegalArgumentException("A route that wants to hear of no change is never told");
        }
    }

    /** The same, without what is less severe. */
    public AlertFilter atLeast(Severity severity) {
        return new AlertFilter(environments, regions, verdicts, severity, changes);
    }

    /** The same, of some environments alone. */
    public AlertFilter of(Set<Environment> only) {
        return new AlertFilter(only, regions, verdicts, least, changes);
    }

    /** The same, of some regions alone. */
    public AlertFilter in(Set<Region> only) {
        return new AlertFilter(environments, only, verdicts, least, changes);
    }

    /** The same, of stacks of some verdicts alone. */
    public AlertFilter hearing(Set<Verdict> only) {
        return new AlertFilter(environments, regions, only, least, changes);
    }

    /** The same, of some changes alone. */
    public AlertFilter told(Set<Change> only) {
        return new AlertFilter(environments, regions, verdicts, least, only);
    }

    boolean concerns(Cell cell) {
        return (environments.isEmpty()
                        || cell.environment().filter(environments::contains).isPresent())
                && (regions.isEmpty() || regions.contains(cell.region().orElse(Region.GLOBAL)));
    }

    /** Whether it wants to hear of trouble that may be new, worse or the same, where nobody knows which. */
    boolean hearsOfTrouble() {
        return changes.stream().anyMatch(change -> change != Change.RECOVERED);
    }

    /** Whether the stack is in trouble, as far as this route is concerned. */
    boolean isTrouble(StackReport stack) {
        return switch (stack.verdict()) {
            case IN_SYNC -> false;
            case UNKNOWN -> verdicts.contains(Verdict.UNKNOWN);
            case DRIFTED ->
                verdicts.contains(Verdict.DRIFTED)
                        && stack.severity()
                                .filter(severity -> severity.compareTo(least) >= 0)
                                .isPresent();
        };
    }
}
