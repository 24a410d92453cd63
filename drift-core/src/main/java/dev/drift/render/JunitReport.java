package dev.drift.render;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import dev.drift.catalog.SkippedStack;
import dev.drift.diagnosis.ResourceFinding;
import dev.drift.diagnosis.StackOutcome;
import dev.drift.estate.Cell;
import dev.drift.report.DriftReport;
import dev.drift.report.StackReport;
import dev.drift.report.Verdict;
import dev.drift.stack.Stack;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A report as JUnit XML: a suite for each cell, a test case for each stack. Drift is a failure, an unknown stack an error, a
 * stack not looked at is skipped. Only characters that XML 1.0 allows are written.
 */
public final class JunitReport {

    private static final int LONGEST_LINE = 2_000;
    private static final int MOST_LINES = 500;
    private static final String CLOSING = "\n    </testcase>";

    private JunitReport() {}

    /** The report as an XML document. */
    public static String render(DriftReport report) {
        Map<String, List<StackReport>> checked = report.stacks().stream()
                .collect(groupingBy(stack -> cell(stack.stack()), TreeMap::new, java.util.stream.Collectors.toList()));
        Map<String, List<SkippedStack>> skipped = report.skipped().stream()
                .collect(groupingBy(stack -> cell(stack.stack()), TreeMap::new, java.util.stream.Collectors.toList()));
        TreeSet<String> cells = new TreeSet<>(checked.keySet());
        cells.addAll(skipped.keySet());
        Duration took = Duration.between(report.run().startedAt(), report.run().finishedAt());
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"drift\"")
                .append(counts(report.stacks(), report.skipped().size()))
                .append(time(took))
                .append(">\n");
        cells.forEach(cell ->
                suite(xml, cell, report, checked.getOrDefault(cell, List.of()), skipped.getOrDefault(cell, List.of())));
        return xml.append("</testsuites>\n").toString();
    }

    private static void suite(
            StringBuilder xml, String cell, DriftReport report, List<StackReport> checked, List<SkippedStack> skipped) {
        Duration took = checked.stream().map(stack -> stack.check().duration()).reduce(Duration.ZERO, Duration::plus);
        xml.append("  <testsuite")
                .append(attribute("name", cell))
                .append(counts(checked, skipped.size()))
                .append(time(took))
                .append(attribute("timestamp", report.run().startedAt().toString()))
                .append(">\n");
        checked.forEach(
                stack -> xml.append(testCase(stack.stack(), time(stack.check().duration())))
                        .append(body(stack))
                        .append('\n'));
        skipped.forEach(stack -> xml.append(testCase(stack.stack(), time(Duration.ZERO)))
                .append("><skipped")
                .append(attribute("message", stack.reason()))
                .append("/></testcase>\n"));
        xml.append("  </testsuite>\n");
    }

    private static String body(StackReport stack) {
        return stack.outcome()
                .fold(
                        inSync -> waived(stack).isEmpty() ? "/>" : ">" + waived(stack) + CLOSING,
                        drifted -> problem(
                                        "failure",
                                        "drifted",
                                        Plural.of(drifted.findings().drift().size(), "resource") + " drifted",
                                        drifted.findings().drift())
                                + waived(stack)
                                + CLOSING,
                        unknown -> unknown(unknown) + CLOSING);
    }

    /** What is waived fails nothing, and is said all the same. */
    private static String waived(StackReport stack) {
        List<ResourceFinding> waived = stack.outcome().findings().waived();
        return waived.isEmpty() ? "" : "\n      <system-out>" + details(waived) + "</system-out>";
    }

    private static String unknown(StackOutcome.Unknown unknown) {
        return problem(
                "error",
                "unknown",
                unknown.phase().word() + ": " + unknown.reason(),
                unknown.findings().drift());
    }

    private static String problem(String element, String type, String message, List<ResourceFinding> drift) {
        return ">\n      <" + element + attribute("type", type) + attribute("message", message) + ">" + details(drift)
                + "</" + element + ">";
    }

    private static String details(List<ResourceFinding> resources) {
        return resources.stream()
                .map(ResourceText::of)
                .flatMap(ResourceLines::of)
                .limit(MOST_LINES)
                .map(line -> escaped(Harmless.shortened(line, LONGEST_LINE)))
                .collect(joining("\n"));
    }

    private static String testCase(Stack stack, String time) {
        return "    <testcase" + attribute("name", stack.path().toString()) + attribute("classname", cell(stack))
                + time;
    }

    private static String cell(Stack stack) {
        return Cell.of(stack).toString();
    }

    private static String counts(List<StackReport> stacks, int skipped) {
        return " tests=\"" + (stacks.size() + skipped) + "\" failures=\"" + count(stacks, Verdict.DRIFTED)
                + "\" errors=\"" + count(stacks, Verdict.UNKNOWN) + "\" skipped=\"" + skipped + "\"";
    }

    private static long count(List<StackReport> stacks, Verdict verdict) {
        return stacks.stream().filter(stack -> stack.verdict() == verdict).count();
    }

    private static String time(Duration duration) {
        return " time=\"" + BigDecimal.valueOf(duration.toMillis(), 3).toPlainString() + "\"";
    }

    private static String attribute(String name, String value) {
        return " " + name + "=\"" + escaped(Harmless.shortened(Harmless.line(value), LONGEST_LINE)) + "\"";
    }

    private static String escaped(String line) {
        return line.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
