package dev.drift.report;

import static java.util.Objects.requireNonNull;

import dev.drift.estate.Cell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The part of a report that one cell is.
 *
 * @param cell which cell
 * @param summary its stacks, counted; the skipped ones are not, since a report does not say which cell they are in
 */
public record CellReport(Cell cell, Summary summary) {

    public CellReport {
        requireNonNull(cell, "cell is null");
        requireNonNull(summary, "summary is null");
    }

    /** What the cell says as a whole, whatever the others say. */
    public Verdict verdict() {
        return summary.verdict();
    }

    /** The cells of the stacks by name, the unassigned last. */
    static List<CellReport> of(List<StackReport> stacks) {
        Map<Cell, List<StackReport>> byCell = new LinkedHashMap<>();
        stacks.forEach(stack ->
                byCell.computeIfAbsent(stack.cell(), cell -> new ArrayList<>()).add(stack));
        return byCell.entrySet().stream()
                .map(cell -> new CellReport(cell.getKey(), Summary.of(cell.getValue(), 0)))
                .sorted(Comparator.comparing(
                                (CellReport report) -> report.cell().equals(Cell.UNASSIGNED))
                        .thenComparing(report -> report.cell().toString()))
                .toList();
    }
}
