package dev.drift.github.page;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import dev.drift.diagnosis.Fingerprint;
import dev.drift.diagnosis.ResourceFinding;
import dev.drift.estate.Cell;
import dev.drift.render.Harmless;
import dev.drift.render.MarkdownStack;
import dev.drift.render.MarkdownText;
import dev.drift.report.RunFacts;
import dev.drift.report.StackReport;
import dev.drift.stack.StackPath;
import java.util.List;

/**
 * The drift of a stack as an issue.
 *
 * @param marker by which it is found again, and which says by the fingerprint of the drift whether it is still the same
 * @param title which stack
 * @param body all of it, marker and footer included
 */
public record IssuePage(Marker marker, String title, String body) {

    private static final int BUDGET = 60_000;
    private static final int LONGEST_PATH = 160;
    private static final int MOST_STACKS = 200;
    private static final String CHOICES = """

            ### Three ways out

            - **Take it back**: apply the stack; the code stands above what was done by hand.
            - **Keep it**: write into the code what is live, and apply, which then changes nothing.
            - **Leave it alone**: name the field in `ignore_changes` of the resource, or for a time in `waivers` of `drift.yaml`.

            This issue is closed when a complete check finds the stack in sync.
            """;

    public IssuePage {
        requireNonNull(marker, "marker is null");
        requireNonNull(title, "title is null");
        requireNonNull(body, "body is null");
    }

    /** By what the issue of a stack is found. */
    public static String key(StackPath stack) {
        return Digest.of("stack " + stack);
    }

    /** By what the issue is found that names the drifted stacks without one of their own. */
    public static String overflowKey(RunFacts run) {
        return Digest.of("overflow " + Subject.of(run).key());
    }

    /**
     * The issue of a drifted stack.
     *
     * @throws IllegalArgumentException if the stack has no drift
     */
    public static IssuePage of(StackReport stack, RunFacts run, Footer footer) {
        Fingerprint fingerprint = stack.fingerprint()
                .orElseThrow(() -> new IllegalArgumentException("There is no drift in " + stack.stack()));
        Marker marker = new Marker("stack", key(stack.stack().path()), fingerprint.value());
        Paper paper = new Paper(BUDGET);
        paper.adds(marker + "\n" + head(stack) + Danger.in(List.of(stack)), 0);
        String end = CHOICES + footer.of(run);
        int reserve = end.length() * 2;
        if (!paper.adds(MarkdownStack.drifted(stack, run.startedAt()).detail(), reserve)
                && !paper.adds(resources(stack), reserve)) {
            paper.adds("\n_The resources are left out for want of room; the run's report has them._\n", reserve);
        }
        paper.adds(end, 0);
        return new IssuePage(marker, title(stack), paper.toString());
    }

    /** The body of an issue whose stack is in sync; it says so if drift is only waived, for the issue comes back when that is over. */
    public static String closing(String body, StackReport stack) {
        String waived = WaivedText.of(stack);
        return waived.isEmpty() ? body : body + "\n\nClosed, and not put right: what drifted is waived.\n\n" + waived;
    }

    /** One issue for drifted stacks that get none of their own, because there are too many. */
    public static IssuePage overflow(List<StackReport> stacks, RunFacts run, Footer footer) {
        String names = stacks.stream()
                .limit(MOST_STACKS)
                .map(stack -> "- " + StackText.path(stack) + "\n")
                .collect(joining());
        String more = stacks.size() > MOST_STACKS ? "- and " + (stacks.size() - MOST_STACKS) + " more\n" : "";
        String state = Digest.of(stacks.stream()
                .map(stack -> stack.stack() + " "
                        + stack.fingerprint().map(Fingerprint::value).orElse(""))
                .collect(joining("\n")));
        Marker marker = new Marker("overflow", overflowKey(run), state);
        return new IssuePage(
                marker,
                Harmless.shortened("Drift: " + Count.of(stacks.size(), "more stack"), LONGEST_PATH),
                marker + "\n> [!CAUTION]\n> **DRIFTED**: " + Count.of(stacks.size(), "more stack")
                        + " without an issue of their own, because there are so many.\n\n" + names + more
                        + footer.of(run));
    }

    private static String title(StackReport stack) {
        Cell cell = Cell.of(stack.stack());
        String where = cell.equals(Cell.UNASSIGNED) ? "" : " (" + shown(cell.toString(), 60) + ")";
        return "Drift: " + shown(stack.stack().path().toString(), LONGEST_PATH) + where;
    }

    private static String head(StackReport stack) {
        List<ResourceFinding> drift = stack.outcome().findings().drift();
        return "> [!CAUTION]\n> **DRIFTED**: " + Count.of(drift.size(), "resource") + " of "
                + StackText.path(stack) + (drift.size() == 1 ? " no longer matches" : " no longer match")
                + " what was last applied"
                + stack.severity()
                        .map(severity -> ", severity " + severity.word())
                        .orElse("") + "\n";
    }

    private static String resources(StackReport stack) {
        return stack.outcome().findings().drift().stream()
                .limit(MOST_STACKS)
                .map(finding -> "- " + MarkdownText.code(shown(finding.address().toString(), LONGEST_PATH)) + " "
                        + finding.action().word() + "\n")
                .collect(joining("", "\n", "\n_The fields are left out for want of room._\n"));
    }

    private static String shown(String text, int longest) {
        return Harmless.shortened(Harmless.line(text), longest);
    }
}
