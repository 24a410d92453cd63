package dev.drift.render;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import dev.drift.diagnosis.Findings;
import dev.drift.diagnosis.Pending;
import dev.drift.diagnosis.ResourceFinding;
import dev.drift.diagnosis.StackOutcome;
import dev.drift.observation.ChangeAction;
import dev.drift.observation.Gap;
import dev.drift.report.DriftReport;
import dev.drift.report.StackReport;
import dev.drift.report.Verdict;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A report for somebody at a terminal: the verdict, what drifted, what could not be judged, what is pending, and one line for
 * everything that is fine.
 *
 * @param colours whether to colour it with the escape sequences of terminals
 * @param width how many characters a line may have; values are shortened and reasons wrapped to fit
 * @param verbose whether to show everything: long differences in full, and what is in sync, ignored, noted and skipped
 */
public record ConsoleReport(boolean colours, int width, boolean verbose) {

    /** Without colours, 100 characters wide, not verbose. */
    public static final ConsoleReport PLAIN = new ConsoleReport(false, 100, false);

    private static final int NARROWEST = 40;
    private static final int MOST_PENDING = 10;
    private static final int MOST_ALIKE = 10;

    public ConsoleReport {
        width = Math.max(NARROWEST, width);
    }

    /** The report as text; every line ends with a line feed. */
    public String render(DriftReport report) {
        ConsolePage page = new ConsolePage(new Paint(colours), width, verbose);
        Paint paint = page.paint();
        page.line(0, paint.badge(report) + "  " + paint.bold(Headline.sentence(report)));
        page.line(0, paint.dim(Headline.counts(report.summary())));
        CellLines.console(page, report);
        Instant now = report.run().startedAt();
        drifted(page, report.withOutcome(Verdict.DRIFTED), now);
        unknown(page, report.withOutcome(Verdict.UNKNOWN), now);
        pending(page, report);
        if (verbose) {
            details(page, report);
        }
        fine(page, report);
        return page.text();
    }

    private static void drifted(ConsolePage page, List<StackReport> stacks, Instant now) {
        if (!stacks.isEmpty()) {
            page.title("Drifted");
        }
        stacks.forEach(stack -> {
            stackLine(page, stack, now);
            page.happened(stack.outcome().findings().drift());
        });
    }

    /** Stacks that fail alike stand together, so that one cause is read once. */
    private void unknown(ConsolePage page, List<StackReport> stacks, Instant now) {
        if (!stacks.isEmpty()) {
            page.title("Unknown");
        }
        Map<StackOutcome, List<StackReport>> alike =
                stacks.stream().collect(groupingBy(StackReport::outcome, LinkedHashMap::new, toList()));
        int most = verbose ? Integer.MAX_VALUE : MOST_ALIKE;
        alike.forEach((outcome, group) -> {
            group.stream().limit(most).forEach(stack -> stackLine(page, stack, now));
            page.more(2, group.size() - most, "stack");
            unknown(page, (StackOutcome.Unknown) outcome);
        });
    }

    private static void unknown(ConsolePage page, StackOutcome.Unknown unknown) {
        page.paragraph(4, unknown.phase().word() + ": ", unknown.reason());
        unknown.findings().coverage().gaps().stream()
                .filter(gap -> !gap.reason().equals(unknown.reason()))
                .forEach(gap -> page.paragraph(4, gap(gap), gap.reason()));
        if (!unknown.findings().drift().isEmpty()) {
            page.line(4, "drift seen all the same:");
        }
        page.happened(unknown.findings().drift());
    }

    /** Since when it drifts is worth a word only if that is longer than this run. */
    private static void stackLine(ConsolePage page, StackReport stack, Instant now) {
        Paint paint = page.paint();
        String since = stack.driftedSince()
                .filter(now::isAfter)
                .map(when -> "  since " + when.atOffset(ZoneOffset.UTC).toLocalDate())
                .orElse("");
        page.line(
                2,
                paint.bold(Harmless.line(stack.stack().path().toString()))
                        + stack.severity()
                                .map(severity -> "  " + paint.severity(severity))
                                .orElse("")
                        + paint.dim(since));
    }

    private static String gap(Gap gap) {
        return gap.phase().word()
                + gap.address()
                        .map(address -> " " + Harmless.line(address.toString()))
                        .orElse("") + ": ";
    }

    private void pending(ConsolePage page, DriftReport report) {
        List<StackReport> stacks = report.stacks().stream()
                .filter(stack -> !stack.outcome().findings().pending().isEmpty())
                .toList();
        if (stacks.isEmpty()) {
            return;
        }
        page.title("Pending: the code asks for it, the last apply did not do it");
        int most = verbose ? Integer.MAX_VALUE : MOST_PENDING;
        stacks.stream().limit(most).forEach(stack -> {
            Pending pending = stack.outcome().findings().pending();
            page.line(
                    2,
                    Harmless.line(stack.stack().path().toString()) + "  "
                            + page.paint().dim(summary(pending)));
            if (verbose) {
                page.planned(pending.resources());
            } else {
                page.plannedBriefly(pending.resources());
            }
        });
        page.more(2, stacks.size() - most, "stack");
    }

    /** {@code 1 to create, 2 to update, 1 output to change}. */
    private static String summary(Pending pending) {
        Map<ChangeAction, Integer> counts = new TreeMap<>();
        for (ResourceFinding resource : pending.resources()) {
            counts.merge(resource.action(), 1, Integer::sum);
        }
        String resources = counts.entrySet().stream()
                .map(count -> count.getValue() + " to " + count.getKey().word())
                .collect(joining(", "));
        String outputs = pending.outputs() == 0 ? "" : Plural.of(pending.outputs(), "output") + " to change";
        return resources + (resources.isEmpty() || outputs.isEmpty() ? "" : ", ") + outputs;
    }

    private static void details(ConsolePage page, DriftReport report) {
        details(page, "Ignored", report, Findings::ignored);
        details(page, "Noted", report, Findings::noted);
        if (!report.skipped().isEmpty()) {
            page.title("Skipped");
        }
        report.skipped().forEach(skipped -> page.paragraph(2, skipped.stack().path() + "  ", skipped.reason()));
        List<StackReport> fine = report.withOutcome(Verdict.IN_SYNC);
        if (!fine.isEmpty()) {
            page.title("In sync");
        }
        fine.forEach(stack -> page.line(2, Harmless.line(stack.stack().path().toString())));
    }

    private static void details(
            ConsolePage page, String title, DriftReport report, Function<Findings, List<ResourceFinding>> kind) {
        List<StackReport> stacks = report.stacks().stream()
                .filter(stack -> !kind.apply(stack.outcome().findings()).isEmpty())
                .toList();
        if (!stacks.isEmpty()) {
            page.title(title);
        }
        stacks.forEach(stack -> {
            page.line(2, Harmless.line(stack.stack().path().toString()));
            page.happened(kind.apply(stack.outcome().findings()));
        });
    }

    private static void fine(ConsolePage page, DriftReport report) {
        page.line(0, "");
        int inSync = report.summary().inSync();
        if (inSync > 0 && report.verdict() != Verdict.IN_SYNC) {
            page.line(0, page.paint().green("In sync: " + Plural.of(inSync, "stack")));
        }
        Remarks.of(report).forEach(remark -> page.paragraph(0, "", remark));
        page.line(0, page.paint().dim("Took " + Took.words(report.run())));
    }
}
