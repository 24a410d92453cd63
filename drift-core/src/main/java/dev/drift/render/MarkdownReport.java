package dev.drift.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.drift.report.DriftReport;
import dev.drift.report.StackReport;
import dev.drift.report.Summary;
import dev.drift.report.Verdict;
import java.util.List;
import java.util.function.Function;

/**
 * A report in GitHub flavoured Markdown, for comments, job summaries and issues. Strangers' text stands in code only. The text
 * never exceeds its budget: what does not fit is left out stack by stack, and counted.
 *
 * @param budget how many bytes of UTF-8 the text may have, at least {@value #SMALLEST}
 */
public record MarkdownReport(int budget) {

    /** Fits into a comment or an issue, which take 65,536 characters, with room for what the sender puts around it. */
    public static final MarkdownReport COMMENT = new MarkdownReport(60_000);

    /** The verdict, the counts and what was left out always fit into this. */
    public static final int SMALLEST = 2_000;

    /** What the closing lines of all parts need at most. */
    private static final int RESERVE = 1_200;

    public MarkdownReport {
        if (budget < SMALLEST) {
            throw new IllegalArgumentException("Markdown budget must be at least " + SMALLEST + " bytes: " + budget);
        }
    }

    /** The report as Markdown. */
    public String render(DriftReport report) {
        StringBuilder page = new StringBuilder(head(report));
        page.append(CellLines.markdown(report, (budget - RESERVE) / 2));
        part(
                page,
                "Drifted",
                report.withOutcome(Verdict.DRIFTED),
                stack -> MarkdownStack.drifted(stack, report.run().startedAt()));
        part(page, "Unknown", report.withOutcome(Verdict.UNKNOWN), MarkdownStack::unknown);
        List<StackReport> pending = report.stacks().stream()
                .filter(stack -> !stack.outcome().findings().pending().isEmpty())
                .toList();
        part(page, "Pending: the code asks for it, the last apply did not do it", pending, MarkdownStack::pending);
        foot(page, report);
        return page.toString();
    }

    private static String head(DriftReport report) {
        String alert = switch (report.verdict()) {
            case IN_SYNC -> "NOTE";
            case DRIFTED -> "CAUTION";
            case UNKNOWN -> "WARNING";
        };
        Summary summary = report.summary();
        return "> [!" + alert + "]\n> **" + Headline.verdict(report) + "**: " + Headline.sentence(report)
                + "\n\n| Selected | In sync | Drifted | Unknown | Skipped | Pending | Resources |\n"
                + "|---:|---:|---:|---:|---:|---:|---:|\n| " + summary.selected() + " | " + summary.inSync() + " | "
                + summary.drifted() + " | " + summary.unknown() + " | " + summary.skipped() + " | " + summary.pending()
                + " | " + resources(summary) + " |\n";
    }

    private static String resources(Summary summary) {
        return summary.resources().isPresent()
                ? Integer.toString(summary.resources().getAsInt())
                : "";
    }

    /** A part with as many stacks as fit; the first that do not fit in full are tried in short. */
    private void part(
            StringBuilder page, String title, List<StackReport> stacks, Function<StackReport, MarkdownStack> form) {
        if (stacks.isEmpty()) {
            return;
        }
        page.append("\n## ").append(title).append('\n');
        int shown = 0;
        for (StackReport stack : stacks) {
            MarkdownStack written = form.apply(stack);
            String fitting = List.of(written.full(), written.brief()).stream()
                    .filter(text -> bytes(text) <= budget - RESERVE - bytes(page))
                    .findFirst()
                    .orElse("");
            if (fitting.isEmpty()) {
                break;
            }
            page.append(fitting);
            shown++;
        }
        if (shown < stacks.size()) {
            page.append("\n_")
                    .append(Plural.of(stacks.size() - shown, "more stack"))
                    .append(" left out here: the text may have ")
                    .append(budget)
                    .append(" bytes._\n");
        }
    }

    private static void foot(StringBuilder page, DriftReport report) {
        page.append('\n');
        if (report.summary().inSync() > 0) {
            page.append("In sync: ")
                    .append(Plural.of(report.summary().inSync(), "stack"))
                    .append(".\n");
        }
        Remarks.of(report).forEach(remark -> page.append("\n- ").append(remark(remark)));
    }

    /** The words are ours up to the first colon, and may be a stranger's after it. */
    private static String remark(String remark) {
        int colon = remark.indexOf(": ") + 2;
        return remark.substring(0, colon) + MarkdownText.code(Harmless.shortened(remark.substring(colon), 200));
    }

    private static int bytes(CharSequence text) {
        return text.toString().getBytes(UTF_8).length;
    }
}
