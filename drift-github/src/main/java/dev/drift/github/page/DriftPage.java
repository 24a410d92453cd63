package dev.drift.github.page;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import dev.drift.catalog.SkippedStack;
import dev.drift.render.Harmless;
import dev.drift.render.Headline;
import dev.drift.render.MarkdownStack;
import dev.drift.render.MarkdownText;
import dev.drift.report.DriftReport;
import dev.drift.report.StackReport;
import dev.drift.report.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A report as a page: the verdict, what is gone, the stacks that are drifted or unknown, worst first, then their fields, then the
 * rest by name. Every stack stands in one of the tables and lists only; what is waived is listed besides.
 *
 * @param report what is shown
 */
public record DriftPage(DriftReport report) {

    /** What a sentence about what was left out needs. */
    private static final int RESERVE = 600;

    private static final Comparator<StackReport> WORST_FIRST = Comparator.comparing(
                    (StackReport stack) -> stack.verdict() == Verdict.DRIFTED ? 0 : 1)
            .thenComparing(stack -> -stack.severity().map(Enum::ordinal).orElse(-1))
            .thenComparing(StackReport::stack);

    public DriftPage {
        requireNonNull(report, "report is null");
    }

    /** All of it in so many bytes, at least 8,000. */
    public String whole(int budget) {
        Paper paper = new Paper(budget);
        overview(paper);
        details(paper);
        return paper.toString();
    }

    /** The verdict and the table, in so many bytes, at least 8,000. */
    public String overview(int budget) {
        Paper paper = new Paper(budget);
        overview(paper);
        return paper.toString();
    }

    /** The fields and the rest by name, in so many bytes, at least 8,000. */
    public String details(int budget) {
        Paper paper = new Paper(budget);
        details(paper);
        return paper.toString();
    }

    /** The counts as a title of at most 80 characters. */
    public String title() {
        int selected = report.summary().selected();
        int unknown = report.summary().unknown();
        return selected == 0
                ? "No stack was looked at"
                : report.summary().drifted() + " of " + Count.of(selected, "stack") + " drifted"
                        + (unknown > 0 ? ", " + unknown + " unknown" : "") + ", "
                        + report.summary().inSync() + " in sync";
    }

    /** The stacks that need somebody, worst first. */
    public List<StackReport> troubled() {
        return report.stacks().stream()
                .filter(stack -> stack.verdict() != Verdict.IN_SYNC)
                .sorted(WORST_FIRST)
                .toList();
    }

    private void overview(Paper paper) {
        String alert = switch (report.verdict()) {
            case IN_SYNC -> "NOTE";
            case DRIFTED -> "CAUTION";
            case UNKNOWN -> "WARNING";
        };
        String subject = Subject.of(report.run()).name();
        paper.adds(
                "## " + MarkdownText.code(subject) + "\n\n> [!" + alert + "]\n> **"
                        + Headline.verdict(report) + "**: " + Headline.sentence(report) + "\n>\n> "
                        + Headline.counts(report.summary()) + "\n",
                0);
        paper.adds(Danger.in(report.stacks()), RESERVE);
        table(paper);
    }

    private void table(Paper paper) {
        List<StackText> stacks = texts();
        if (stacks.isEmpty()) {
            return;
        }
        paper.adds(StackText.TABLE, RESERVE);
        long shown = stacks.stream()
                .takeWhile(stack -> paper.adds(stack.row(), paper.percent(50)))
                .count();
        names(
                paper,
                "more, left out of the table for want of room",
                troubled().stream().skip(shown).map(StackText::path).toList(),
                paper.percent(35));
    }

    private void details(Paper paper) {
        int bare = 0;
        int missing = 0;
        for (StackText stack : texts()) {
            if (!paper.adds(stack.fields(), paper.percent(15) + RESERVE)) {
                bare++;
                missing += paper.adds(stack.resources(), paper.percent(10) + RESERVE) ? 0 : 1;
            }
        }
        if (bare > 0) {
            paper.adds(
                    "\n_For want of room the fields of " + Count.of(bare, "stack")
                            + " are left out, and the resources of " + missing
                            + " of them: the table names them, and the run's own report has everything._\n",
                    0);
        }
        rest(paper);
    }

    private void rest(Paper paper) {
        List<StackReport> inSync = report.withOutcome(Verdict.IN_SYNC);
        list(
                paper,
                "with drift that is waived",
                report.stacks().stream().map(WaivedText::of).filter(text -> !text.isEmpty()));
        list(
                paper,
                "in sync, with changes of the code that wait for an apply",
                inSync.stream()
                        .filter(DriftPage::isPending)
                        .map(stack -> MarkdownStack.pending(stack).detail().strip() + "\n"));
        list(
                paper,
                "in sync",
                inSync.stream()
                        .filter(stack -> !isPending(stack))
                        .map(stack -> "- " + StackText.path(stack)
                                + (stack.check().isUnplanned() ? ", what its code asks for was not looked at" : "")
                                + "\n"));
        list(
                paper,
                "not looked at, since maintenance windows are closed",
                report.skipped().stream().filter(SkippedStack::isOutOfWindow).map(DriftPage::skipped));
        list(
                paper,
                "skipped",
                report.skipped().stream()
                        .filter(skipped -> !skipped.isOutOfWindow())
                        .map(DriftPage::skipped));
    }

    private static void list(Paper paper, String what, Stream<String> items) {
        List<String> all = items.toList();
        if (all.isEmpty()) {
            return;
        }
        String head = "\n<details><summary>" + Count.of(all.size(), "stack") + " " + what + "</summary>\n\n";
        String whole = head + String.join("", all) + "\n</details>\n";
        if (!paper.adds(whole, RESERVE)) {
            paper.adds("\n" + Count.of(all.size(), "stack") + " " + what + ", not named here for want of room.\n", 0);
        }
    }

    /** As many names as fit, and how many there are. */
    private static void names(Paper paper, String what, List<String> names, int reserve) {
        if (names.isEmpty()) {
            return;
        }
        String counted = "\n" + Count.of(names.size(), "stack") + " " + what;
        if (!paper.adds(counted + ": " + names.stream().collect(joining(", ")) + "\n", reserve)) {
            paper.adds(counted + ".\n", 0);
        }
    }

    private static String skipped(SkippedStack skipped) {
        return "- "
                + MarkdownText.code(Harmless.shortened(skipped.stack().path().toString(), 200)) + ": "
                + MarkdownText.code(Harmless.shortened(Harmless.line(skipped.reason()), 200)) + "\n";
    }

    private static boolean isPending(StackReport stack) {
        return !stack.outcome().findings().pending().isEmpty();
    }

    private List<StackText> texts() {
        return troubled().stream()
                .map(stack -> StackText.of(stack, report.run().startedAt()))
                .toList();
    }
}
