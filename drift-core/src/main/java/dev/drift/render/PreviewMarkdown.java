package dev.drift.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import dev.drift.observation.ChangeAction;
import dev.drift.preview.Formatting;
import dev.drift.preview.PlannedChange;
import dev.drift.preview.PreviewReport;
import dev.drift.preview.PreviewResult;
import dev.drift.preview.PreviewSummary;
import dev.drift.preview.PreviewVerdict;
import dev.drift.preview.StackPreview;
import java.util.List;
import java.util.stream.Stream;

/**
 * A preview in GitHub flavoured Markdown, for comments and job summaries. Strangers' text stands in code only. The text never
 * exceeds its budget: what does not fit is left out stack by stack, and counted; what would go is named first.
 *
 * @param budget how many bytes of UTF-8 the text may have, at least {@value #SMALLEST}
 */
public record PreviewMarkdown(int budget) {

    /** Fits into a comment, which takes 65,536 characters, with room for what the sender puts around it. */
    public static final PreviewMarkdown COMMENT = new PreviewMarkdown(60_000);

    /** Verdict, counts, the first of what would go, and what was left out always fit into this. */
    public static final int SMALLEST = 8_000;

    private static final int RESERVE = 1_500;
    private static final int MOST_NAMED = 10;
    private static final int LONGEST_NAME = 240;

    public PreviewMarkdown {
        if (budget < SMALLEST) {
            throw new IllegalArgumentException("Markdown budget must be at least " + SMALLEST + " bytes: " + budget);
        }
    }

    /** The preview as Markdown. */
    public String render(PreviewReport preview) {
        StringBuilder page = new StringBuilder(head(preview)).append(destruction(preview));
        part(page, "Destructive", preview.withResult(PreviewResult.DESTRUCTIVE));
        part(page, "Invalid code, not planned", preview.withResult(PreviewResult.INVALID));
        part(page, "Could not be planned", preview.withResult(PreviewResult.UNKNOWN));
        part(page, "Would change", preview.withResult(PreviewResult.CHANGED));
        part(
                page,
                "Unchanged, and drifted",
                preview.withResult(PreviewResult.UNCHANGED).stream()
                        .filter(stack -> !stack.driftLeft().isEmpty())
                        .toList());
        foot(page, preview);
        return page.toString();
    }

    private static String head(PreviewReport preview) {
        PreviewSummary summary = preview.summary();
        String alert = summary.destructive() > 0 || preview.verdict() == PreviewVerdict.FAILED
                ? "CAUTION"
                : preview.verdict() == PreviewVerdict.DONE ? "NOTE" : "WARNING";
        String sentence = preview.refusal()
                .map(reason -> "no plan was made: " + code(reason))
                .orElseGet(() -> PreviewHeadline.sentence(preview));
        String head = "> [!" + alert + "]\n> **" + PreviewHeadline.verdict(preview) + "**: " + sentence + "\n";
        if (summary.previewed() == 0) {
            return head;
        }
        return head + "\n| Delete | Replace | Create | Update | Forget |\n|---:|---:|---:|---:|---:|\n"
                + Stream.of(
                                ChangeAction.DELETE,
                                ChangeAction.REPLACE,
                                ChangeAction.CREATE,
                                ChangeAction.UPDATE,
                                ChangeAction.FORGET)
                        .map(action -> String.valueOf(summary.changes(action)))
                        .collect(joining(" | ", "| ", " |\n"))
                + line(PreviewHeadline.marks(summary))
                + line(String.join(" · ", SideEffectText.counts(preview.sideEffects())));
    }

    private static String line(String words) {
        return words.isEmpty() ? "" : "\n" + words + "\n";
    }

    /** The objects that would go, by name and before everything else, in a third of the room. */
    private String destruction(PreviewReport preview) {
        List<String> gone = preview.stacks().stream()
                .flatMap(stack -> PlannedText.ordered(stack.planning().changes()).stream()
                        .filter(PlannedChange::isDestructive)
                        .map(change -> "- **" + change.action().word() + "** "
                                + code(change.address().toString()) + " in "
                                + code(stack.stack().path().toString()) + " ("
                                + change.mark().words() + ")\n"))
                .toList();
        StringBuilder named = new StringBuilder();
        int shown = 0;
        while (shown < Math.min(gone.size(), MOST_NAMED) && bytes(named) + bytes(gone.get(shown)) <= budget / 3) {
            named.append(gone.get(shown++));
        }
        String more = gone.size() > shown ? "- and " + (gone.size() - shown) + " more\n" : "";
        return gone.isEmpty() ? "" : "\n" + named + more;
    }

    /** A part with as many stacks as fit; the first that do not fit in full are tried in short. */
    private void part(StringBuilder page, String title, List<StackPreview> stacks) {
        if (stacks.isEmpty()) {
            return;
        }
        page.append("\n## ").append(title).append('\n');
        int shown = 0;
        for (StackPreview stack : stacks) {
            PreviewedStackText written = PreviewedStackText.of(stack);
            String fitting = Stream.of(written.full(), written.brief())
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

    private void foot(StringBuilder page, PreviewReport preview) {
        List<String> files = preview.stacks().stream()
                .filter(StackPreview::isUnformatted)
                .flatMap(stack -> ((Formatting.Unformatted) stack.formatting()).files().stream())
                .distinct()
                .sorted()
                .toList();
        names(page, "Not formatted", files);
        names(
                page,
                "Deleted, not planned",
                preview.deleted().stream().map(Object::toString).toList());
        names(
                page,
                "Changed and not selected",
                preview.skipped().stream()
                        .map(skip -> skip.stack().path().toString())
                        .toList());
        int unchanged = preview.summary().stacks(PreviewResult.UNCHANGED);
        if (unchanged > 0) {
            page.append("\nUnchanged: ").append(Plural.of(unchanged, "stack")).append(".\n");
        }
        if (preview.base().isReportOfAnotherCommit()) {
            page.append("\n").append(PreviewRemark.ANOTHER_COMMIT).append(".\n");
        }
    }

    private void names(StringBuilder page, String title, List<String> names) {
        if (names.isEmpty()) {
            return;
        }
        String shown =
                names.stream().limit(MOST_NAMED).map(PreviewMarkdown::code).collect(joining(", "));
        String line = "\n" + title + ": " + shown
                + (names.size() > MOST_NAMED ? " and " + (names.size() - MOST_NAMED) + " more" : "") + ".\n";
        boolean fits = bytes(line) <= budget - RESERVE / 3 - bytes(page);
        page.append(fits ? line : "\n" + title + ": " + names.size() + ".\n");
    }

    private static String code(String text) {
        return MarkdownText.code(Harmless.shortened(Harmless.line(text), LONGEST_NAME));
    }

    private static int bytes(CharSequence text) {
        return text.toString().getBytes(UTF_8).length;
    }
}
