package dev.drift.cli;

import dev.drift.estate.Environment;
import dev.drift.estate.Freshness;
import dev.drift.estate.Region;
import dev.drift.history.CellFreshness;
import dev.drift.render.Harmless;
import dev.drift.value.Json;
import dev.drift.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How fresh cells are, for people and for programs. */
record CellTable(List<CellFreshness> cells, Instant now) {

    CellTable {
        cells = List.copyOf(cells);
    }

    /** One line for each cell, in columns. */
    String console() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("CELL", "STACKS", "LAST COMPLETE CHECK", "OBJECTIVE", ""));
        cells.forEach(cell -> rows.add(List.of(
                Harmless.line(cell.cell().toString()),
                String.valueOf(cell.stacks()),
                last(cell),
                cell.objective().map(Freshness::toString).orElse("-"),
                word(cell))));
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                line.append(row.get(column))
                        .append(" ".repeat(width(rows, column) - row.get(column).length() + 2));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    /** When every stack was seen, and how long ago. */
    String last(CellFreshness cell) {
        if (cell.lastCompleteCheck().isPresent()) {
            Instant then = cell.lastCompleteCheck().get();
            return then.truncatedTo(ChronoUnit.SECONDS) + " (" + ago(then) + ")";
        }
        if (cell.stacks() == 0) {
            return "no stacks";
        }
        if (cell.outOfReach().isPresent()) {
            return "not known";
        }
        return cell.isUnheardOf()
                ? "never"
                : "never: " + cell.unseen() + " of " + cell.stacks() + " stacks not seen yet";
    }

    private String ago(Instant then) {
        Duration age = Duration.between(then, now);
        return age.toMinutes() < 0 ? words(age.negated()) + " ahead: a clock is wrong" : words(age) + " ago";
    }

    private static String words(Duration time) {
        if (time.toHours() >= 48) {
            return time.toDays() + " d";
        }
        return time.toMinutes() >= 120 ? time.toHours() + " h" : time.toMinutes() + " min";
    }

    private String word(CellFreshness cell) {
        if (cell.isOverdue(now)) {
            return "OVERDUE";
        }
        if (cell.isDoubtful()) {
            return "NOT KNOWN: " + Harmless.line(cell.outOfReach().orElse(""));
        }
        return cell.objective().isPresent() && cell.stacks() > 0 ? "fresh" : "";
    }

    /** All of it as JSON. */
    String json() {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("schema_version", Value.of(1));
        fields.put("at", Value.of(now.toString()));
        fields.put("overdue", Value.of(cells.stream().anyMatch(cell -> cell.isOverdue(now))));
        fields.put("cells", Value.of(cells.stream().map(this::value).toList()));
        return Json.writePretty(Value.of(fields)) + "\n";
    }

    private Value value(CellFreshness cell) {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("name", Value.of(cell.cell().toString()));
        fields.put("environment", orNull(cell.cell().environment().map(Environment::name)));
        fields.put("region", orNull(cell.cell().region().map(Region::name)));
        fields.put("stacks", Value.of(cell.stacks()));
        fields.put("unseen", Value.of(cell.unseen()));
        fields.put("last_complete_check", orNull(cell.lastCompleteCheck().map(Instant::toString)));
        fields.put("objective", orNull(cell.objective().map(Freshness::toString)));
        fields.put("overdue", Value.of(cell.isOverdue(now)));
        cell.outOfReach().ifPresent(reason -> fields.put("out_of_reach", Value.of(reason)));
        return Value.of(fields);
    }

    private static Value orNull(Optional<String> text) {
        return text.map(Value::of).orElse(Value.ofNull());
    }
}
