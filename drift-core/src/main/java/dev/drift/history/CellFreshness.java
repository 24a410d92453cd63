package dev.drift.history;

import static java.util.Objects.requireNonNull;

import dev.drift.estate.Cell;
import dev.drift.estate.EstateDefinition;
import dev.drift.estate.Freshness;
import dev.drift.stack.Stack;
import dev.drift.stack.StackPath;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * How fresh what is known of a cell is. A cell was last checked completely when the stack that was not seen for the longest time
 * was last seen: a check of unknown outcome sees nothing, and a stack that was never seen leaves the cell without a complete
 * check.
 *
 * @param cell which cell
 * @param stacks how many stacks it has
 * @param unseen how many of them were never seen
 * @param lastCompleteCheck when every stack was seen at the latest; empty if one never was, or if there is none
 * @param objective how old that may become, if anything is promised
 * @param outOfReach why nothing is known of it, where its history cannot be asked
 */
public record CellFreshness(
        Cell cell,
        int stacks,
        int unseen,
        Optional<Instant> lastCompleteCheck,
        Optional<Freshness> objective,
        Optional<String> outOfReach) {

    public CellFreshness {
        requireNonNull(cell, "cell is null");
        requireNonNull(lastCompleteCheck, "lastCompleteCheck is null");
        requireNonNull(objective, "objective is null");
        requireNonNull(outOfReach, "outOfReach is null");
        if (stacks < unseen || unseen < 0) {
            throw new IllegalArgumentException("Unseen stacks are some of the stacks: " + unseen + " of " + stacks);
        }
    }

    /** Of every cell that is defined or has stacks, in the order of the definition. */
    public static List<CellFreshness> of(EstateDefinition estate, Collection<Stack> stacks, ReportHistory history) {
        return of(estate, stacks, cell -> history);
    }

    /** The same, where cells are remembered at different places. One that cannot be asked says so of its cells and no other. */
    public static List<CellFreshness> of(
            EstateDefinition estate, Collection<Stack> stacks, Function<Cell, ReportHistory> histories) {
        Map<Cell, List<Stack>> byCell = estate.byCell(stacks);
        Recalled recalled = Recalled.of(byCell, histories);
        return byCell.entrySet().stream()
                .map(cell -> of(
                        cell.getKey(),
                        cell.getValue(),
                        estate.of(cell.getKey())
                                .flatMap(defined -> defined.rhythm().freshness()),
                        recalled.last(),
                        Optional.ofNullable(recalled.refusals().get(histories.apply(cell.getKey())))))
                .toList();
    }

    private static CellFreshness of(
            Cell cell,
            List<Stack> own,
            Optional<Freshness> objective,
            Map<StackPath, LastCheck> last,
            Optional<String> outOfReach) {
        List<Instant> seen = own.stream()
                .flatMap(stack -> Optional.ofNullable(last.get(stack.path())).stream())
                .map(LastCheck::checkedAt)
                .toList();
        Optional<Instant> oldest = seen.stream().min(Comparator.naturalOrder());
        int unseen = own.size() - seen.size();
        return new CellFreshness(
                cell, own.size(), unseen, unseen == 0 ? oldest : Optional.empty(), objective, outOfReach);
    }

    /** Whether a check is due that has not come, as far as is known. A cell without stacks has nothing to be checked. */
    public boolean isOverdue(Instant now) {
        return stacks > 0
                && outOfReach.isEmpty()
                && objective
                        .filter(freshness -> freshness.isOverdue(lastCompleteCheck, now))
                        .isPresent();
    }

    /** Whether something is promised that cannot be told from what is known. */
    public boolean isDoubtful() {
        return stacks > 0 && objective.isPresent() && outOfReach.isPresent();
    }

    /** Whether no stack of the cell was ever seen. */
    public boolean isUnheardOf() {
        return unseen == stacks;
    }
}
