package dev.drift.render;

import dev.drift.catalog.SkippedStack;
import dev.drift.diagnosis.Findings;
import dev.drift.diagnosis.ResourceFinding;
import dev.drift.diagnosis.Waived;
import dev.drift.estate.Cell;
import dev.drift.report.DriftReport;
import dev.drift.report.StackReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is worth a line and counts for nothing: ticks that were missed, and what moved without being drift. */
final class Remarks {

    private static final int MOST_NOTES = 5;
    private static final int MOST_MISSED = 10;
    private static final int MOST_WAIVED = 10;

    private Remarks() {}

    /** A line each for closed windows, missed ticks, ignored, waivers, noted, noise and the notes of checks; none for what did not occur. Not yet safe for Markdown. */
    static List<String> of(DriftReport report) {
        List<String> lines = new ArrayList<>();
        lines.addAll(closed(report));
        report.missed().stream()
                .limit(MOST_MISSED)
                .forEach(ticks -> lines.add("Missed: " + Harmless.line(ticks.toString())));
        if (report.missed().size() > MOST_MISSED) {
            lines.add("Missed: " + (report.missed().size() - MOST_MISSED) + " more findings like these");
        }
        add(lines, "Ignored", report, Findings::ignored, "told to be left alone");
        lines.addAll(waived(report));
        add(lines, "Noted", report, Findings::noted, "moved, but not drift");
        Map<String, Integer> noise = noise(report);
        if (!noise.isEmpty()) {
            int all = noise.values().stream().mapToInt(Integer::intValue).sum();
            lines.add("Noise: " + Plural.of(all, "difference") + " that " + Plural.verb(all, "says", "say")
                    + " nothing (" + rules(noise) + ")");
        }
        addNotes(lines, report);
        return lines;
    }

    /** Those that were selected and that nobody looked at: what is said of the others is not said of them. */
    private static List<String> closed(DriftReport report) {
        Map<String, Long> cells = report.skipped().stream()
                .filter(SkippedStack::isOutOfWindow)
                .collect(Collectors.groupingBy(
                        skipped -> Cell.of(skipped.stack()) + ", " + skipped.reason(),
                        TreeMap::new,
                        Collectors.counting()));
        return cells.entrySet().stream()
                .map(cell -> "Not looked at: " + Plural.of(cell.getValue().intValue(), "stack") + " of "
                        + Harmless.line(cell.getKey()))
                .toList();
    }

    /** What every waiver leaves alone: none is silent. */
    private static List<String> waived(DriftReport report) {
        Map<Waived, List<ResourceFinding>> waived = report.stacks().stream()
                .flatMap(stack -> stack.outcome().findings().waived().stream())
                .collect(Collectors.groupingBy(resource -> resource.waived().orElseThrow()));
        List<String> lines = waived.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Waived, List<ResourceFinding>> entry) ->
                                entry.getKey().until())
                        .thenComparing(entry -> entry.getKey().toString())
                        .thenComparing(entry -> entry.getKey().waiver()))
                .limit(MOST_WAIVED)
                .map(entry -> waived(entry.getKey(), entry.getValue()))
                .collect(Collectors.toCollection(ArrayList::new));
        if (waived.size() > MOST_WAIVED) {
            lines.add("Waived: " + (waived.size() - MOST_WAIVED) + " more waivers");
        }
        return lines;
    }

    private static String waived(Waived by, List<ResourceFinding> resources) {
        return "Waived until " + by.until() + ": " + Plural.of(fields(resources.stream()), "field") + " of "
                + Plural.of(resources.size(), "resource") + " (" + Harmless.line(by.waiver()) + "): "
                + Harmless.line(by.reason() + by.by().map(who -> ", by " + who).orElse(""));
    }

    private static int fields(Stream<ResourceFinding> resources) {
        return resources
                .mapToInt(resource -> Math.max(1, resource.fields().size()))
                .sum();
    }

    /** Those of most stacks first. */
    private static void addNotes(List<String> lines, DriftReport report) {
        Map<String, Integer> notes = new TreeMap<>();
        report.stacks().stream()
                .flatMap(stack -> stack.check().note().stream())
                .map(Harmless::line)
                .forEach(note -> notes.merge(note, 1, Integer::sum));
        notes.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(MOST_NOTES)
                .sorted(Map.Entry.comparingByKey())
                .forEach(note -> lines.add("Note on " + Plural.of(note.getValue(), "stack") + ": " + note.getKey()));
        if (notes.size() > MOST_NOTES) {
            lines.add("Note: " + (notes.size() - MOST_NOTES) + " more notes, which the JSON report has");
        }
    }

    private static void add(
            List<String> lines,
            String title,
            DriftReport report,
            Function<Findings, List<ResourceFinding>> kind,
            String meaning) {
        List<List<ResourceFinding>> found = report.stacks().stream()
                .map(stack -> kind.apply(stack.outcome().findings()))
                .filter(resources -> !resources.isEmpty())
                .toList();
        int fields = fields(found.stream().flatMap(List::stream));
        if (fields > 0) {
            lines.add(title + ": " + Plural.of(fields, "field") + " in " + Plural.of(found.size(), "stack") + ", "
                    + meaning);
        }
    }

    private static Map<String, Integer> noise(DriftReport report) {
        Map<String, Integer> counts = new TreeMap<>();
        for (StackReport stack : report.stacks()) {
            stack.outcome().findings().noise().forEach((rule, count) -> counts.merge(rule, count, Integer::sum));
        }
        return counts;
    }

    private static String rules(Map<String, Integer> noise) {
        return noise.entrySet().stream()
                .map(rule -> Harmless.line(rule.getKey()) + " " + rule.getValue())
                .collect(Collectors.joining(", "));
    }
}
