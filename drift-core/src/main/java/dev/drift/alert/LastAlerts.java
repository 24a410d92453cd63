package dev.drift.alert;

import dev.drift.diagnosis.Fingerprint;
import dev.drift.diagnosis.Severity;
import dev.drift.estate.Cell;
import dev.drift.estate.Environment;
import dev.drift.estate.Region;
import dev.drift.report.Verdict;
import dev.drift.stack.StackPath;
import dev.drift.value.Value;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a route knows, as memories keep it: one field for each stack, by path, and no value of any resource. */
public final class LastAlerts {

    private LastAlerts() {}

    /** As a value; the same knowledge is always the same value. */
    public static Value write(Map<StackPath, LastAlert> known) {
        Map<String, Value> fields = new TreeMap<>();
        known.forEach((path, last) -> fields.put(path.value(), written(last)));
        return Value.of(fields);
    }

    /**
     * What {@link #write} wrote.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    public static Map<StackPath, LastAlert> read(Value written) {
        if (!(written instanceof Value.Fields fields)) {
            throw new IllegalArgumentException("what a route knows has fields");
        }
        Map<StackPath, LastAlert> known = new LinkedHashMap<>();
        try {
            fields.values().forEach((path, last) -> known.put(StackPath.of(path), one(last)));
        } catch (DateTimeException noMoment) {
            throw new IllegalArgumentException("what a route knows has moments", noMoment);
        }
        return Map.copyOf(known);
    }

    private static Value written(LastAlert last) {
        Map<String, Value> fields = new LinkedHashMap<>();
        last.cell().ifPresent(cell -> fields.put("cell", written(cell)));
        fields.put("verdict", Value.of(last.verdict().word()));
        last.severity().ifPresent(severity -> fields.put("severity", Value.of(severity.word())));
        last.fingerprint().ifPresent(mark -> fields.put("fingerprint", Value.of(mark.value())));
        fields.put("told_at", Value.of(last.toldAt().toString()));
        return Value.of(fields);
    }

    private static LastAlert one(Value value) {
        return new LastAlert(
                value.field("cell") instanceof Value.Fields cell ? Optional.of(cell(cell)) : Optional.empty(),
                Verdict.valueOf(text(value, "verdict").orElse("").toUpperCase(Locale.ROOT)),
                text(value, "severity").map(word -> Severity.valueOf(word.toUpperCase(Locale.ROOT))),
                text(value, "fingerprint").map(Fingerprint::new),
                Instant.parse(text(value, "told_at").orElse("")));
    }

    private static Value written(Cell cell) {
        Map<String, Value> fields = new LinkedHashMap<>();
        cell.environment().ifPresent(environment -> fields.put("environment", Value.of(environment.name())));
        cell.region().ifPresent(region -> fields.put("region", Value.of(region.name())));
        return Value.of(fields);
    }

    private static Cell cell(Value value) {
        return new Cell(
                text(value, "environment").map(Environment::new),
                text(value, "region").map(Region::new));
    }

    private static Optional<String> text(Value value, String field) {
        return value.field(field).text();
    }
}
