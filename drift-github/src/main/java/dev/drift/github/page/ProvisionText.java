package dev.drift.github.page;

import static java.util.stream.Collectors.joining;

import dev.drift.diagnosis.ResourceFinding;
import dev.drift.observation.ChangeAction;
import dev.drift.provision.PlannedChanges;
import dev.drift.provision.ProvisionOutcome;
import dev.drift.provision.StackProvision;
import dev.drift.render.Harmless;
import dev.drift.render.MarkdownResource;
import dev.drift.render.MarkdownText;
import dev.drift.render.SideEffectText;
import java.util.Comparator;
import java.util.List;

/** One stack of a provisioning: as a row, with all that was done, and in brief. */
final class ProvisionText {

    /** The head of the table whose rows these are. */
    static final String TABLE = """

            | Stack | Result | Create | Update | Replace | Delete | Afterwards |
            |---|---|---:|---:|---:|---:|---|
            """;

    private static final int LONGEST_REASON = 600;
    private static final int LONGEST_LINE = 300;
    private static final int MOST = 40;

    private ProvisionText() {}

    static String path(StackProvision stack) {
        return PreviewText.shown(stack.stack().path().toString());
    }

    static String row(StackProvision stack) {
        String afterwards = stack.check()
                .map(check ->
                        check.outcome().fold(inSync -> "in sync", drifted -> "**drifted**", unknown -> "**unknown**"))
                .orElse("");
        return "| " + path(stack) + " | " + result(stack) + " | " + count(stack, ChangeAction.CREATE) + " | "
                + count(stack, ChangeAction.UPDATE) + " | " + count(stack, ChangeAction.REPLACE) + " | "
                + count(stack, ChangeAction.DELETE) + " | " + afterwards + " |\n";
    }

    static String whole(StackProvision stack) {
        List<ResourceFinding> planned =
                stack.outcome().plan().map(PlannedChanges::resources).orElse(List.of());
        String fields = planned.stream()
                .sorted(Comparator.comparing(finding -> !finding.isDestructive()))
                .limit(MOST)
                .map(finding -> MarkdownResource.PLANNED.of(
                        finding,
                        finding.action().word() + ", " + finding.severity().word()))
                .collect(joining());
        String more = planned.size() > MOST
                ? "\n_" + Count.of(planned.size() - MOST, "more resource") + " not shown._\n"
                : "";
        return folded(stack, reasons(stack) + fields + more + besides(stack) + done(stack) + afterwards(stack));
    }

    static String brief(StackProvision stack) {
        return folded(stack, reasons(stack) + "\n_What was done is left out for want of room._\n");
    }

    private static String result(StackProvision stack) {
        String word = ProvisionPage.word(stack.status());
        return stack.status().isDone() ? word : "**" + word + "**";
    }

    private static String reasons(StackProvision stack) {
        String why = stack.why()
                .map(reason -> "\nChanged because: " + reasoned(reason) + "\n")
                .orElse("");
        String reason = stack.outcome()
                .fold(
                        applied -> "",
                        unchanged -> "",
                        refused -> "\nRefused: " + reasoned(refused.reason()) + "\n",
                        failed -> "\nFailed: " + reasoned(failed.reason()) + "\n" + kept(failed),
                        notDone -> "\nNot done: " + reasoned(notDone.reason()) + "\n");
        return why + reason;
    }

    private static String kept(ProvisionOutcome.Failed failed) {
        return failed.keptState()
                .map(file -> "\n**The state could not be written to its place.** It is kept in "
                        + reasoned(file.toString()) + " on the machine of the run.\n")
                .orElse("");
    }

    private static String besides(StackProvision stack) {
        return SideEffectText.markdown(
                stack.outcome().plan().map(PlannedChanges::sideEffects).orElse(List.of()));
    }

    private static String done(StackProvision stack) {
        List<String> said = stack.outcome() instanceof ProvisionOutcome.Failed failed
                ? failed.done()
                : stack.outcome() instanceof ProvisionOutcome.Applied applied ? applied.done() : List.of();
        if (said.isEmpty()) {
            return "";
        }
        List<String> lines = said.stream()
                .limit(MOST)
                .map(line -> Harmless.shortened(Harmless.line(line), LONGEST_LINE))
                .toList();
        String more = said.size() > MOST ? "\n_" + Count.of(said.size() - MOST, "more line") + " not shown._\n" : "";
        return "\nDone:\n\n" + MarkdownText.block("", lines) + more;
    }

    private static String afterwards(StackProvision stack) {
        return stack.check()
                .map(check -> check.outcome()
                        .fold(
                                inSync -> "",
                                drifted -> "\n**Drifted afterwards**\n"
                                        + drifted.findings().drift().stream()
                                                .limit(MOST)
                                                .map(finding -> MarkdownResource.DRIFTED.of(
                                                        finding,
                                                        finding.severity().word()))
                                                .collect(joining()),
                                unknown -> "\n**Unknown afterwards**, "
                                        + unknown.phase().word() + ": " + reasoned(unknown.reason()) + "\n"))
                .orElse("");
    }

    private static String folded(StackProvision stack, String detail) {
        boolean open = !stack.status().isDone() || stack.isDoubtful();
        return "\n<details" + (open ? " open" : "") + "><summary>"
                + MarkdownText.html(
                        Harmless.shortened(Harmless.line(stack.stack().path().toString()), LONGEST_LINE))
                + ": " + ProvisionPage.word(stack.status()) + "</summary>\n" + detail + "\n</details>\n";
    }

    private static long count(StackProvision stack, ChangeAction action) {
        return stack.outcome().plan().map(PlannedChanges::resources).orElse(List.of()).stream()
                .filter(finding -> finding.action() == action)
                .count();
    }

    private static String reasoned(String text) {
        return MarkdownText.code(Harmless.shortened(Harmless.line(text), LONGEST_REASON));
    }
}
