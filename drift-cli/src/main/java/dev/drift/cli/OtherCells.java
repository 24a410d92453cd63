package dev.drift.cli;

import dev.drift.estate.Cell;
import dev.drift.estate.EstateDefinition;
import dev.drift.estate.Freshness;
import dev.drift.history.CellFreshness;
import dev.drift.history.ReportHistory;
import dev.drift.report.CellReport;
import dev.drift.report.DriftReport;
import dev.drift.stack.Stack;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The cells that a run did not look at, of which those that are overdue are told: nobody else may be left to do so. */
record OtherCells(EstateDefinition estate, Function<Cell, ReportHistory> histories) {

    /** Quietly, only what is wrong: that a history never saw a cell may be for want of looking where it is kept. */
    void sayWhichAreOverdue(DriftReport report, boolean quiet, Surroundings surroundings) {
        Set<Cell> lookedAt = report.cells().stream().map(CellReport::cell).collect(Collectors.toSet());
        List<Stack> stacks = Stream.concat(
                        report.stacks().stream().map(stack -> stack.stack()),
                        report.skipped().stream().map(skipped -> skipped.stack()))
                .toList();
        Instant now = report.run().finishedAt();
        List<CellFreshness> others = CellFreshness.of(estate, stacks, histories).stream()
                .filter(cell -> !lookedAt.contains(cell.cell()))
                .toList();
        others.stream().filter(CellFreshness::isDoubtful).forEach(cell -> sayThatNobodyKnows(cell, surroundings));
        List<CellFreshness> overdue =
                others.stream().filter(cell -> cell.isOverdue(now)).toList();
        overdue.stream().filter(cell -> !cell.isUnheardOf()).forEach(cell -> say(cell, now, surroundings));
        List<String> unheardOf = overdue.stream()
                .filter(CellFreshness::isUnheardOf)
                .map(cell -> cell.cell().toString())
                .toList();
        if (!quiet && !unheardOf.isEmpty()) {
            surroundings.say(
                    "Overdue as far as this history knows, which never saw them: " + String.join(", ", unheardOf));
        }
    }

    private static void sayThatNobodyKnows(CellFreshness cell, Surroundings surroundings) {
        surroundings.say("Whether " + cell.cell() + " is overdue is not known: "
                + cell.outOfReach().orElse(""));
    }

    private static void say(CellFreshness cell, Instant now, Surroundings surroundings) {
        String objective = cell.objective().map(Freshness::toString).orElse("");
        surroundings.say("Overdue: " + cell.cell() + ", last complete check "
                + new CellTable(List.of(cell), now).last(cell) + ", objective " + objective);
    }
}
