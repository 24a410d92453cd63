package dev.drift.render;

import dev.drift.preview.Formatting;
import dev.drift.preview.Planning;
import dev.drift.preview.PreviewReport;
import dev.drift.preview.PreviewResult;
import dev.drift.preview.StackPreview;
import dev.drift.preview.Validation;
import java.util.List;
import java.util.Optional;

/**
 * A preview for somebody at a terminal: what would go first, then code that is not valid, what could not be planned, what would
 * change, and one line for everything that would not.
 *
 * @param colours whether to colour it with the escape sequences of terminals
 * @param width how many characters a line may have; values are shortened and reasons wrapped to fit
 * @param verbose whether to show everything: long differences in full, warnings, why stacks changed, and what stays as it is
 */
public record PreviewConsole(boolean colours, int width, boolean verbose) {

    /** Without colours, 100 characters wide, not verbose. */
    public static final PreviewConsole PLAIN = new PreviewConsole(false, 100, false);

    private static final int NARROWEST = 40;

    public PreviewConsole {
        width = Math.max(NARROWEST, width);
    }

    /** The preview as text; every line ends with a line feed. */
    public String render(PreviewReport preview) {
        ConsolePage page = new ConsolePage(new Paint(colours), width, verbose);
        page.line(0, page.paint().badge(preview) + "  " + page.paint().bold(PreviewHeadline.sentence(preview)));
        for (String counts : List.of(PreviewHeadline.changes(preview), PreviewHeadline.marks(preview.summary()))) {
            if (!counts.isEmpty()) {
                page.line(0, page.paint().dim(counts));
            }
        }
        part(page, preview, PreviewResult.DESTRUCTIVE, "Destructive: objects that are there now would go");
        part(page, preview, PreviewResult.INVALID, "Invalid code, not planned");
        part(page, preview, PreviewResult.UNKNOWN, "Could not be planned");
        part(page, preview, PreviewResult.CHANGED, "Would change");
        unformatted(page, preview);
        rest(page, preview);
        return page.text();
    }

    private void part(ConsolePage page, PreviewReport preview, PreviewResult result, String title) {
        List<StackPreview> stacks = preview.withResult(result);
        if (!stacks.isEmpty()) {
            page.title(title);
        }
        stacks.forEach(stack -> stack(page, stack));
    }

    private void stack(ConsolePage page, StackPreview stack) {
        page.line(2, page.paint().bold(Harmless.line(stack.stack().path().toString())));
        if (verbose) {
            page.paragraph(4, "", stack.change().why());
        }
        stack.validation().diagnostics().stream()
                .filter(said -> verbose || said.error())
                .forEach(said -> diagnostic(page, said));
        if (stack.planning() instanceof Planning.NotPlanned not && stack.result() == PreviewResult.UNKNOWN) {
            page.paragraph(4, not.phase().word() + ": ", not.reason());
            if (not.changesAnything()) {
                page.line(4, "seen all the same:");
            }
        }
        unchecked(stack).ifPresent(reason -> page.paragraph(4, "not checked: ", reason));
        page.previewed(stack.planning().changes());
        if (stack.planning().outputs() > 0) {
            page.line(4, page.paint().dim(Plural.of(stack.planning().outputs(), "output") + " to change"));
        }
        page.besides(stack.planning().sideEffects());
        if (!stack.driftLeft().isEmpty()) {
            page.line(4, "drifted, and left as it is:");
            page.happened(stack.driftLeft());
        }
    }

    private static Optional<String> unchecked(StackPreview stack) {
        if (stack.result() == PreviewResult.UNKNOWN || stack.result() == PreviewResult.INVALID) {
            return Optional.empty();
        }
        return stack.validation() instanceof Validation.NotValidated not
                ? Optional.of(not.reason())
                : stack.formatting() instanceof Formatting.NotChecked not
                        ? Optional.of(not.reason())
                        : Optional.empty();
    }

    private static void diagnostic(ConsolePage page, Validation.Diagnostic said) {
        String place = said.place().map(where -> where + ": ").orElse("");
        page.paragraph(4, said.error() ? "error: " : "warning: ", place + said.summary());
        if (!said.detail().isBlank()) {
            page.paragraph(6, "", said.detail().replace('\n', ' '));
        }
    }

    private static void unformatted(ConsolePage page, PreviewReport preview) {
        List<String> files = preview.stacks().stream()
                .filter(StackPreview::isUnformatted)
                .flatMap(stack -> ((Formatting.Unformatted) stack.formatting()).files().stream())
                .distinct()
                .sorted()
                .toList();
        if (!files.isEmpty()) {
            page.title("Not formatted: nothing was rewritten; the tool's own fmt does it");
        }
        files.forEach(file -> page.line(2, Harmless.line(file)));
    }

    private void rest(ConsolePage page, PreviewReport preview) {
        if (!preview.deleted().isEmpty()) {
            page.title("Deleted: not planned, for their code is gone; what they made stays");
        }
        preview.deleted().forEach(path -> page.line(2, Harmless.line(path.toString())));
        List<StackPreview> unchanged = preview.withResult(PreviewResult.UNCHANGED);
        page.line(0, "");
        if (!unchanged.isEmpty()) {
            page.line(0, page.paint().green("Unchanged: " + Plural.of(unchanged.size(), "stack")));
        }
        unchanged.stream()
                .filter(stack -> verbose
                        || !stack.driftLeft().isEmpty()
                        || unchecked(stack).isPresent())
                .forEach(stack -> stack(page, stack));
        if (!preview.skipped().isEmpty()) {
            page.line(
                    0,
                    "Changed and not selected: " + Plural.of(preview.skipped().size(), "stack"));
        }
        if (verbose) {
            preview.skipped().forEach(skip -> page.paragraph(2, skip.stack().path() + "  ", skip.reason()));
        }
        if (preview.base().isReportOfAnotherCommit()) {
            page.paragraph(0, "", PreviewRemark.ANOTHER_COMMIT);
        }
        page.line(0, page.paint().dim("Took " + Took.words(preview.run())));
    }
}
