package dev.drift.github.page;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import dev.drift.diagnosis.ResourceFinding;
import dev.drift.provision.PlannedChanges;
import dev.drift.provision.ProvisionReport;
import dev.drift.provision.ProvisionStatus;
import dev.drift.provision.ProvisionVerdict;
import dev.drift.provision.StackProvision;
import dev.drift.render.MarkdownText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A provisioning as a page: the verdict, what was destroyed and what would have been, whose live changes were taken back, the
 * stacks in the order of the run, then what was done to each, then the rest by name. Every stack stands in one of the tables and
 * lists only.
 *
 * @param report what is shown
 */
public record ProvisionPage(ProvisionReport report) {

    /** What a sentence about what was left out needs. */
    private static final int RESERVE = 600;

    public ProvisionPage {
        requireNonNull(report, "report is null");
    }

    /** All of it in so many bytes, at least 8,000. */
    public String whole(int budget) {
        Paper paper = new Paper(budget);
        paper.adds(head(), 0);
        paper.adds(
                Danger.alert("This destroyed or replaced", objects(ProvisionStatus.APPLIED, PlannedChanges::destroyed)),
                RESERVE);
        paper.adds(
                Danger.alert(
                        "Refused, because it would destroy or replace",
                        objects(ProvisionStatus.REFUSED, PlannedChanges::destroyed)),
                RESERVE);
        paper.adds(
                Danger.alert(
                        "IMPORTANT",
                        "This overwrote what somebody had changed live",
                        objects(ProvisionStatus.APPLIED, PlannedChanges::overwritten)),
                RESERVE);
        table(paper);
        details(paper);
        return paper.toString();
    }

    /** The counts in one line: {@code 1 applied, 1 failed, 3 unchanged}. */
    public String counts() {
        List<String> counts = new ArrayList<>();
        for (ProvisionStatus status : ProvisionStatus.values()) {
            if (report.count(status) > 0) {
                counts.add(report.count(status) + " " + word(status));
            }
        }
        return counts.isEmpty() ? "no stack was to be provisioned" : String.join(", ", counts);
    }

    static String word(ProvisionStatus status) {
        return status.word().replace('_', ' ');
    }

    private String head() {
        long doubtful =
                report.stacks().stream().filter(StackProvision::isDoubtful).count();
        String alert = report.verdict() == ProvisionVerdict.DONE ? "NOTE" : "WARNING";
        return "## " + MarkdownText.code(Subject.ofProvision(report.run()).name()) + "\n\n> [!" + alert + "]\n> **"
                + report.verdict().word().toUpperCase(Locale.ROOT) + "**: " + counts()
                + (report.destroyed() > 0 ? ", " + Count.of(report.destroyed(), "resource") + " destroyed" : "")
                + (doubtful > 0 ? "; " + Count.of((int) doubtful, "stack") + " not in sync afterwards" : "")
                + (report.skipped().isEmpty()
                        ? ""
                        : "; " + Count.of(report.skipped().size(), "stack") + " skipped")
                + (report.deleted().isEmpty()
                        ? ""
                        : "; " + Count.of(report.deleted().size(), "stack") + " deleted in code, not destroyed")
                + ".\n";
    }

    private List<String> objects(ProvisionStatus status, Function<PlannedChanges, List<ResourceFinding>> wanted) {
        return report.with(status).stream()
                .flatMap(stack -> stack.outcome().plan().map(wanted).orElse(List.of()).stream()
                        .map(finding -> Danger.code(finding.address().toString()) + " in "
                                + Danger.code(stack.stack().path().toString())))
                .toList();
    }

    private List<StackProvision> told() {
        return report.stacks().stream()
                .filter(stack -> stack.status() != ProvisionStatus.UNCHANGED)
                .toList();
    }

    private void table(Paper paper) {
        List<StackProvision> shown = told();
        if (shown.isEmpty()) {
            return;
        }
        paper.adds(ProvisionText.TABLE, RESERVE);
        long rows = shown.stream()
                .takeWhile(stack -> paper.adds(ProvisionText.row(stack), paper.percent(50)))
                .count();
        int left = shown.size() - (int) rows;
        String counted = "\n" + Count.of(left, "stack") + " more, left out of the table for want of room";
        String names = shown.stream().skip(rows).map(ProvisionText::path).collect(joining(", "));
        if (left > 0 && !paper.adds(counted + ": " + names + "\n", paper.percent(35))) {
            paper.adds(counted + ".\n", 0);
        }
    }

    private void details(Paper paper) {
        int bare = 0;
        for (StackProvision stack : told()) {
            boolean fits = paper.adds(ProvisionText.whole(stack), paper.percent(15) + RESERVE)
                    || paper.adds(ProvisionText.brief(stack), paper.percent(10) + RESERVE);
            bare += fits ? 0 : 1;
        }
        if (bare > 0) {
            paper.adds(
                    "\n_For want of room what was done to " + Count.of(bare, "stack")
                            + " is left out: the table names them, and the log of the job has everything._\n",
                    0);
        }
        list(
                paper,
                "deleted in code, not destroyed: what is in their states still exists",
                report.deleted().stream().map(path -> "- " + PreviewText.shown(path.toString()) + "\n"));
        list(
                paper,
                "unchanged",
                report.with(ProvisionStatus.UNCHANGED).stream().map(stack -> "- " + ProvisionText.path(stack) + "\n"));
        list(
                paper,
                "skipped",
                report.skipped().stream()
                        .map(skipped ->
                                "- " + PreviewText.shown(skipped.stack().path().toString()) + ": "
                                        + PreviewText.shown(skipped.reason()) + "\n"));
    }

    private static void list(Paper paper, String what, Stream<String> items) {
        List<String> all = items.toList();
        String head = "\n<details><summary>" + Count.of(all.size(), "stack") + " " + what + "</summary>\n\n";
        if (!all.isEmpty() && !paper.adds(head + String.join("", all) + "\n</details>\n", RESERVE)) {
            paper.adds("\n" + Count.of(all.size(), "stack") + " " + what + ", not named here for want of room.\n", 0);
        }
    }
}
