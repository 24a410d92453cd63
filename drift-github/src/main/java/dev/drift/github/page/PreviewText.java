package dev.drift.github.page;

import static java.util.stream.Collectors.joining;

import dev.drift.diagnosis.FieldClass;
import dev.drift.diagnosis.FieldFinding;
import dev.drift.diagnosis.ResourceFinding;
import dev.drift.observation.ChangeAction;
import dev.drift.observation.ResourceAddress;
import dev.drift.preview.ChangeMark;
import dev.drift.preview.Formatting;
import dev.drift.preview.PlannedChange;
import dev.drift.preview.Planning;
import dev.drift.preview.PreviewResult;
import dev.drift.preview.StackPreview;
import dev.drift.preview.Validation;
import dev.drift.render.Harmless;
import dev.drift.render.MarkdownResource;
import dev.drift.render.MarkdownText;
import dev.drift.render.SideEffectText;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One stack of a preview: as a row, with all its fields, and with its resources alone. */
final class PreviewText {

    /** The head of the table whose rows these are. */
    static final String TABLE = """

            | Stack | Result | Create | Update | Replace | Delete | Outputs |
            |---|---|---:|---:|---:|---:|---:|
            """;

    private static final int LONGEST = 200;
    private static final int LONGEST_REASON = 600;
    private static final int MOST = 40;
    private static final int MOST_RESOURCES = 100;

    /** Stacks with no more resources than this are shown unfolded. */
    private static final int FEW = 3;

    private PreviewText() {}

    /** Whether nothing is to be said but its name. */
    static boolean isPlain(StackPreview stack) {
        return stack.result() == PreviewResult.UNCHANGED
                && stack.formatting() instanceof Formatting.Formatted
                && stack.validation() instanceof Validation.Valid
                && stack.validation().diagnostics().isEmpty()
                && besides(stack).isEmpty();
    }

    static String path(StackPreview stack) {
        return shown(stack.stack().path().toString());
    }

    static String shown(String text) {
        return MarkdownText.code(Harmless.shortened(Harmless.line(text), LONGEST));
    }

    static String row(StackPreview stack) {
        String result = switch (stack.result()) {
            case DESTRUCTIVE -> "**destructive**";
            case INVALID -> "**not valid**";
            case UNKNOWN -> "**not planned**";
            case CHANGED -> "changed";
            case UNCHANGED -> "unchanged";
        };
        return "| " + path(stack) + " | " + result + (stack.isUnformatted() ? ", not formatted" : "") + " | "
                + count(stack, ChangeAction.CREATE) + " | " + count(stack, ChangeAction.UPDATE) + " | "
                + count(stack, ChangeAction.REPLACE) + " | " + count(stack, ChangeAction.DELETE) + " | "
                + stack.planning().outputs() + " |\n";
    }

    /** All that is worth showing. */
    static String fields(StackPreview stack) {
        StringBuilder text = new StringBuilder(remarks(stack));
        for (ChangeMark mark : ChangeMark.values()) {
            List<PlannedChange> changes = stack.planning().changes().stream()
                    .filter(change -> change.mark() == mark)
                    .sorted(Comparator.comparing(change -> !change.isDestructive()))
                    .toList();
            text.append(section(
                    head(mark), changes.stream().map(PreviewText::change).toList()));
        }
        text.append(SideEffectText.markdown(stack.planning().sideEffects()));
        text.append(section(
                "Drifted as well, and this plan leaves it so",
                besides(stack).stream()
                        .map(finding -> MarkdownResource.DRIFTED.of(
                                finding, finding.severity().word()))
                        .toList()));
        return folded(stack, text.toString());
    }

    /** Its resources without their fields. */
    static String resources(StackPreview stack) {
        List<PlannedChange> changes = stack.planning().changes();
        String shown = changes.stream()
                .sorted(Comparator.comparing(change -> !change.isDestructive()))
                .limit(MOST_RESOURCES)
                .map(change ->
                        "- " + action(change) + " " + shown(change.address().toString()) + " "
                                + change.mark().words() + "\n")
                .collect(joining());
        String more = changes.size() > MOST_RESOURCES ? "- " + (changes.size() - MOST_RESOURCES) + " more\n" : "";
        return folded(
                stack, "\n" + reason(stack) + "\n" + shown + more + "\n_The fields are left out for want of room._\n");
    }

    private static String folded(StackPreview stack, String detail) {
        boolean open =
                stack.planning().changes().size() <= FEW && besides(stack).size() <= FEW;
        return "\n<details" + (open ? " open" : "") + "><summary>"
                + MarkdownText.html(
                        Harmless.shortened(Harmless.line(stack.stack().path().toString()), LONGEST))
                + ": " + summary(stack) + "</summary>\n" + detail + "\n</details>\n";
    }

    private static String summary(StackPreview stack) {
        int outputs = stack.planning().outputs();
        String all = Stream.of(
                        Stream.of(ChangeAction.values())
                                .filter(action -> action != ChangeAction.NO_OP && count(stack, action) > 0)
                                .map(action -> count(stack, action) + " to " + action.word()),
                        outputs > 0 ? Stream.of(Count.of(outputs, "output")) : Stream.<String>empty(),
                        SideEffectText.counts(stack.planning().sideEffects()).stream())
                .flatMap(Function.identity())
                .collect(joining(", "));
        return switch (stack.result()) {
            case INVALID -> "not valid";
            case UNKNOWN -> "not planned" + (all.isEmpty() ? "" : ", as far as seen " + all);
            case DESTRUCTIVE, CHANGED -> all;
            case UNCHANGED -> "unchanged";
        };
    }

    private static String remarks(StackPreview stack) {
        StringBuilder text = new StringBuilder("\nChanged because: "
                + MarkdownText.code(
                        Harmless.shortened(Harmless.line(stack.change().why()), LONGEST_REASON))
                + "\n");
        text.append(reason(stack));
        stack.validation().diagnostics().stream().limit(MOST).forEach(said -> text.append(diagnostic(said)));
        if (stack.validation() instanceof Validation.NotValidated unvalidated) {
            text.append("\nNot validated: ")
                    .append(reasoned(unvalidated.reason()))
                    .append('\n');
        }
        if (stack.formatting() instanceof Formatting.Unformatted unformatted) {
            text.append("\nNot formatted: ")
                    .append(unformatted.files().stream()
                            .limit(MOST)
                            .map(PreviewText::shown)
                            .collect(joining(", ")))
                    .append(unformatted.files().size() > MOST ? " and more" : "")
                    .append('\n');
        } else if (stack.formatting() instanceof Formatting.NotChecked unchecked) {
            text.append("\nFormat not checked: ")
                    .append(reasoned(unchecked.reason()))
                    .append('\n');
        }
        return text.toString();
    }

    private static String reason(StackPreview stack) {
        return stack.planning() instanceof Planning.NotPlanned unplanned && stack.result() == PreviewResult.UNKNOWN
                ? "\nNot planned, " + unplanned.phase().word() + ": " + reasoned(unplanned.reason()) + "\n"
                : "";
    }

    private static String diagnostic(Validation.Diagnostic said) {
        String detail = said.detail().isBlank() ? "" : ": " + reasoned(said.detail());
        return "\n- **" + (said.error() ? "error" : "warning") + "** "
                + said.place().map(place -> shown(place.toString()) + " ").orElse("") + reasoned(said.summary())
                + detail + "\n";
    }

    private static String change(PlannedChange change) {
        String planned = MarkdownResource.PLANNED.of(
                change.finding(), action(change) + ", " + change.severity().word());
        List<FieldFinding> taken = change.fields().stream()
                .filter(field -> field.lastApplied().isPresent())
                .map(PreviewText::takenBack)
                .toList();
        return planned
                + (taken.isEmpty()
                        ? ""
                        : MarkdownResource.DRIFTED.of(
                                new ResourceFinding(change.address(), ChangeAction.UPDATE, change.severity(), taken),
                                "was changed live, which an apply overwrites"));
    }

    private static FieldFinding takenBack(PlannedChange.Field field) {
        FieldFinding planned = field.finding();
        return new FieldFinding(
                planned.path(),
                FieldClass.MOVED,
                planned.severity(),
                field.lastApplied().orElseThrow(),
                planned.before(),
                planned.sensitive());
    }

    private static String action(PlannedChange change) {
        return change.isDestructive()
                ? "**" + change.action().word() + "**"
                : change.action().word();
    }

    private static String head(ChangeMark mark) {
        return switch (mark) {
            case OVERWRITES_LIVE_CHANGE -> "Overwrites a live change";
            case FROM_THIS_CHANGE -> "From this change";
            case PENDING_BEFORE -> "Pending before this change";
            case ALREADY_DRIFTED -> "Already drifted: an apply only puts it back";
        };
    }

    private static String section(String head, List<String> parts) {
        if (parts.isEmpty()) {
            return "";
        }
        String more =
                parts.size() > MOST ? "\n_" + Count.of(parts.size() - MOST, "more resource") + " not shown._\n" : "";
        return "\n**" + head + "**\n"
                + String.join("", parts.stream().limit(MOST).toList()) + more;
    }

    /** What drifted and is not put back by this plan, which a plan alone would not show. */
    private static List<ResourceFinding> besides(StackPreview stack) {
        Set<ResourceAddress> planned = stack.planning().changes().stream()
                .filter(change -> change.mark() == ChangeMark.ALREADY_DRIFTED
                        || change.mark() == ChangeMark.OVERWRITES_LIVE_CHANGE)
                .map(PlannedChange::address)
                .collect(Collectors.toSet());
        return stack.check().outcome().findings().drift().stream()
                .filter(finding -> !planned.contains(finding.address()))
                .toList();
    }

    private static long count(StackPreview stack, ChangeAction action) {
        return stack.planning().changes().stream()
                .filter(change -> change.action() == action)
                .count();
    }

    private static String reasoned(String text) {
        return MarkdownText.code(Harmless.shortened(Harmless.line(text), LONGEST_REASON));
    }
}
