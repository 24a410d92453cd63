package dev.drift.alert;

import static java.util.Objects.requireNonNull;

import dev.drift.diagnosis.ResourceFinding;
import dev.drift.diagnosis.Severity;
import dev.drift.estate.Cell;
import dev.drift.report.StackReport;
import dev.drift.report.Verdict;
import dev.drift.stack.StackPath;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a message says of one stack. Its words come from the repository and are not trusted: every receiver writes them harmlessly.
 *
 * @param stack which stack
 * @param cell where it is
 * @param change how it stands to what was told before
 * @param verdict what the run says of it, or what was last known of it where it is not there any more
 * @param severity how bad its drift is
 * @param about which objects moved in which fields, until when and why they are waived, or why nothing can be said; no values
 */
public record AlertItem(
        StackPath stack, Cell cell, Change change, Verdict verdict, Optional<Severity> severity, String about) {

    /** The worst first, then what is unknown, then what is over; by path where they are alike. */
    public static final Comparator<AlertItem> ORDER = Comparator.comparing(
                    (AlertItem item) -> item.change() == Change.RECOVERED)
            .thenComparing(item -> item.severity().map(Severity::ordinal).orElse(-1), Comparator.reverseOrder())
            .thenComparing(AlertItem::change)
            .thenComparing(item -> item.stack().value());

    private static final int MOST_OBJECTS = 3;
    private static final int MOST_FIELDS = 4;

    public AlertItem {
        requireNonNull(stack, "stack is null");
        requireNonNull(cell, "cell is null");
        requireNonNull(change, "change is null");
        requireNonNull(verdict, "verdict is null");
        requireNonNull(severity, "severity is null");
        requireNonNull(about, "about is null");
    }

    static AlertItem of(StackReport stack, Cell cell, Change change) {
        String about = stack.outcome()
                .fold(
                        inSync -> waived(inSync.findings().waived()),
                        drifted -> change == Change.RECOVERED
                                        && !drifted.findings().waived().isEmpty()
                                ? waived(drifted.findings().waived())
                                : objects(drifted.findings().drift()),
                        unknown -> unknown.phase().word() + ": " + unknown.reason());
        return new AlertItem(stack.stack().path(), cell, change, stack.verdict(), stack.severity(), about);
    }

    /** Its trouble is over there because the stack is not there any more. */
    static AlertItem ended(StackPath stack, Cell cell, LastAlert last, String about) {
        return new AlertItem(stack, cell, Change.RECOVERED, last.verdict(), Optional.empty(), about);
    }

    /** What was told before and does not count any more is not put right if it is only left alone. */
    private static String waived(List<ResourceFinding> waived) {
        return waived.stream()
                        .limit(MOST_OBJECTS)
                        .map(resource -> resource.address() + " "
                                + resource.waived().map(Object::toString).orElse(""))
                        .collect(Collectors.joining("; "))
                + more(waived.size() - MOST_OBJECTS, "; ");
    }

    private static String objects(List<ResourceFinding> drift) {
        return drift.stream()
                        .sorted(Comparator.comparing(ResourceFinding::severity).reversed())
                        .limit(MOST_OBJECTS)
                        .map(AlertItem::object)
                        .collect(Collectors.joining("; "))
                + more(drift.size() - MOST_OBJECTS, "; ");
    }

    private static String object(ResourceFinding resource) {
        String fields = resource.fields().stream()
                .limit(MOST_FIELDS)
                .map(field -> field.path().toString())
                .collect(Collectors.joining(", "));
        return resource.address() + " " + resource.action().word() + (fields.isEmpty() ? "" : ": " + fields)
                + more(resource.fields().size() - MOST_FIELDS, ", ");
    }

    private static String more(int count, String before) {
        return count > 0 ? before + "and " + count + " more" : "";
    }
}
