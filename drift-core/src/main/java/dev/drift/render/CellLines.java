package dev.drift.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.drift.report.CellReport;
import dev.drift.report.DriftReport;
import dev.drift.report.Summary;
import java.util.List;

/** The cells of a report, for readers; none where there is only one, which is what the report says as a whole. */
final class CellLines {

    private static final String HEAD = """

            | Cell | Verdict | Exit status | Selected | In sync | Drifted | Unknown |
            |:---|:---|---:|---:|---:|---:|---:|
            """;

    private CellLines() {}

    static List<CellReport> of(DriftReport report) {
        List<CellReport> cells = report.cells();
        return cells.size() < 2 ? List.of() : cells;
    }

    static void console(ConsolePage page, DriftReport report) {
        List<CellReport> cells = of(report);
        if (cells.isEmpty()) {
            return;
        }
        page.title("Cells");
        int widest = cells.stream()
                .mapToInt(cell -> Harmless.line(cell.cell().toString()).length())
                .max()
                .orElse(0);
        cells.forEach(cell -> {
            String name = Harmless.line(cell.cell().toString());
            page.line(
                    2,
                    name + " ".repeat(widest - name.length()) + "  "
                            + page.paint().badge(cell.verdict()) + "  "
                            + page.paint()
                                    .dim("exit status " + cell.verdict().exitStatus() + " · "
                                            + Headline.counts(cell.summary())));
        });
    }

    /** A table of as many cells as fit into so many bytes; the others are counted. */
    static String markdown(DriftReport report, int budget) {
        List<CellReport> cells = of(report);
        if (cells.isEmpty()) {
            return "";
        }
        StringBuilder table = new StringBuilder(HEAD);
        int shown = 0;
        for (CellReport cell : cells) {
            String row = row(cell);
            if (bytes(table) + bytes(row) > budget) {
                break;
            }
            table.append(row);
            shown++;
        }
        if (shown < cells.size()) {
            table.append("\n_")
                    .append(Plural.of(cells.size() - shown, "more cell"))
                    .append(" left out here._\n");
        }
        return table.toString();
    }

    private static String row(CellReport cell) {
        Summary summary = cell.summary();
        return "| " + MarkdownText.code(Harmless.shortened(cell.cell().toString(), 60)) + " | "
                + Headline.verdict(cell.verdict()) + " | "
                + cell.verdict().exitStatus() + " | " + summary.selected() + " | " + summary.inSync() + " | "
                + summary.drifted() + " | " + summary.unknown() + " |\n";
    }

    private static int bytes(CharSequence text) {
        return text.toString().getBytes(UTF_8).length;
    }
}
