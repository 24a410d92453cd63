package dev.drift.github.page;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import dev.drift.observation.ChangeAction;
import dev.drift.preview.ChangeMark;
import dev.drift.preview.PlannedChange;
import dev.drift.preview.PreviewReport;
import dev.drift.preview.PreviewResult;
import dev.drift.preview.PreviewSummary;
import dev.drift.preview.PreviewVerdict;
import dev.drift.preview.StackPreview;
import dev.drift.render.Harmless;
import dev.drift.render.MarkdownText;
import dev.drift.render.SideEffectText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A preview as a page: the verdict, what would be destroyed, whose live changes would be taken back, the stacks that need a
 * reader, then what would happen to each of them, then the rest by name. Every stack stands in one of the tables and lists only.
 *
 * @param preview what is shown
 * @param head the commit that was previewed, if known
 */
public record PreviewPage(PreviewReport preview, Optional<String> head) {

    /** What a sentence about what was left out needs. */
    private static final int RESERVE = 600;

    private static final int LONGEST_REASON = 600;
    private static final String COMMIT = "[0-9a-f]{7,64}";

    public PreviewPage {
        requireNonNull(preview, "preview is null");
        head = head.filter(commit -> commit.matches(COMMIT));
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

    /** What would happen to each stack, and the rest by name, in so many bytes, at least 8,000. */
    public String details(int budget) {
        Paper paper = new Paper(budget);
        details(paper);
        return paper.toString();
    }

    /** The counts as a title of about 80 characters. */
    public String title() {
        PreviewSummary summary = preview.summary();
        if (preview.refusal().isPresent()) {
            return "Not previewed";
        }
        if (summary.previewed() == 0) {
            return "No stack changes";
        }
        int undone = summary.stacks(PreviewResult.INVALID) + summary.stacks(PreviewResult.UNKNOWN);
        return summary.changing() + " of " + Count.of(summary.previewed(), "stack") + " would change"
                + (summary.destructive() > 0 ? ", destroying " + Count.of(summary.destructive(), "resource") : "")
                + (undone > 0 ? ", " + undone + " not planned" : "");
    }

    /** Whether there is anything that somebody would want to be told. */
    public boolean isWorthTelling() {
        return preview.refusal().isEmpty()
                && !(preview.stacks().isEmpty()
                        && preview.deleted().isEmpty()
                        && preview.skipped().isEmpty());
    }

    private void overview(Paper paper) {
        String of = head.map(commit -> " of " + MarkdownText.code(commit.substring(0, 7)))
                .orElse("");
        paper.adds(
                "## " + MarkdownText.code(Subject.ofPreview(preview.run()).name()) + of + "\n\n> [!" + alert()
                        + "]\n> **" + preview.verdict().word().toUpperCase(Locale.ROOT) + "**: " + sentence() + "\n",
                0);
        paper.adds(Danger.alert("Applying this destroys or replaces", objects(PlannedChange::isDestructive)), RESERVE);
        paper.adds(
                Danger.alert(
                        "IMPORTANT",
                        "Applying this overwrites what somebody changed live",
                        objects(change -> change.mark() == ChangeMark.OVERWRITES_LIVE_CHANGE)),
                RESERVE);
        table(paper);
    }

    private String alert() {
        boolean isDangerous = preview.summary().destructive() > 0;
        boolean isUndone = preview.verdict() == PreviewVerdict.FAILED || preview.verdict() == PreviewVerdict.INCOMPLETE;
        return isDangerous ? "CAUTION" : isUndone ? "WARNING" : "NOTE";
    }

    private String sentence() {
        if (preview.refusal().isPresent()) {
            return "no plan was made, because "
                    + MarkdownText.code(
                            Harmless.shortened(Harmless.line(preview.refusal().get()), LONGEST_REASON))
                    + ". Nothing is known of what this change would do.";
        }
        PreviewSummary summary = preview.summary();
        if (summary.previewed() == 0) {
            return "no stack that is there changes" + others(summary) + ".";
        }
        String changes = Stream.of(ChangeAction.values())
                .filter(action -> action != ChangeAction.NO_OP && summary.changes(action) > 0)
                .map(action -> summary.changes(action) + " to " + action.word())
                .collect(joining(", "));
        String besides = String.join(", ", SideEffectText.counts(preview.sideEffects()));
        return title() + "\n>\n> " + (changes.isEmpty() ? "" : "Resources: " + changes + ". ")
                + (besides.isEmpty() ? "" : "Besides: " + besides + ". ") + "Stacks: "
                + counts(summary) + others(summary) + ".";
    }

    private static String counts(PreviewSummary summary) {
        List<String> counts = new ArrayList<>();
        for (PreviewResult result : PreviewResult.values()) {
            if (summary.stacks(result) > 0) {
                counts.add(summary.stacks(result) + " " + result.word());
            }
        }
        return String.join(", ", counts)
                + (summary.unformatted() > 0 ? ", " + summary.unformatted() + " not formatted" : "");
    }

    private static String others(PreviewSummary summary) {
        return (summary.deleted() > 0 ? "; " + Count.of(summary.deleted(), "stack") + " deleted" : "")
                + (summary.skipped() > 0 ? "; " + Count.of(summary.skipped(), "stack") + " skipped" : "");
    }

    private List<String> objects(Predicate<PlannedChange> wanted) {
        return preview.stacks().stream()
                .flatMap(stack -> stack.planning().changes().stream()
                        .filter(wanted)
                        .map(change -> Danger.code(change.address().toString()) + " in "
                                + Danger.code(stack.stack().path().toString())))
                .toList();
    }

    private void table(Paper paper) {
        List<StackPreview> shown = readable();
        if (shown.isEmpty()) {
            return;
        }
        paper.adds(PreviewText.TABLE, RESERVE);
        long rows = shown.stream()
                .takeWhile(stack -> paper.adds(PreviewText.row(stack), paper.percent(50)))
                .count();
        List<String> left = shown.stream().skip(rows).map(PreviewText::path).toList();
        String counted = "\n" + Count.of(left.size(), "stack") + " more, left out of the table for want of room";
        if (!left.isEmpty() && !paper.adds(counted + ": " + String.join(", ", left) + "\n", paper.percent(35))) {
            paper.adds(counted + ".\n", 0);
        }
    }

    /** The stacks in the table: all but those of which nothing is to be said. */
    private List<StackPreview> readable() {
        return preview.stacks().stream()
                .filter(stack -> !PreviewText.isPlain(stack))
                .toList();
    }

    private void details(Paper paper) {
        int bare = 0;
        int missing = 0;
        for (StackPreview stack : readable()) {
            if (!paper.adds(PreviewText.fields(stack), paper.percent(15) + RESERVE)) {
                bare++;
                missing += paper.adds(PreviewText.resources(stack), paper.percent(10) + RESERVE) ? 0 : 1;
            }
        }
        if (bare > 0) {
            paper.adds(
                    "\n_For want of room the fields of " + Count.of(bare, "stack")
                            + " are left out, and the resources of " + missing
                            + " of them: the table names them, and the run's own report has everything._\n",
                    0);
        }
        list(
                paper,
                "deleted; what was applied there stays until somebody destroys it",
                preview.deleted().stream().map(path -> "- " + PreviewText.shown(path.toString()) + "\n"));
        list(
                paper,
                "unchanged",
                preview.stacks().stream()
                        .filter(PreviewText::isPlain)
                        .map(stack -> "- " + PreviewText.path(stack) + "\n"));
        list(
                paper,
                "skipped",
                preview.skipped().stream()
                        .map(skipped ->
                                "- " + PreviewText.shown(skipped.stack().path().toString()) + ": "
                                        + PreviewText.shown(skipped.reason()) + "\n"));
    }

    private static void list(Paper paper, String what, Stream<String> items) {
        List<String> all = items.toList();
        if (all.isEmpty()) {
            return;
        }
        String whole = "\n<details><summary>" + Count.of(all.size(), "stack") + " " + what + "</summary>\n\n"
                + String.join("", all) + "\n</details>\n";
        if (!paper.adds(whole, RESERVE)) {
            paper.adds("\n" + Count.of(all.size(), "stack") + " " + what + ", not named here for want of room.\n", 0);
        }
    }
}
