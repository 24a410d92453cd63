package dev.drift.provision.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.drift.diagnosis.ResourceFinding;
import dev.drift.observation.ChangeAction;
import dev.drift.provision.PlannedChanges;
import dev.drift.provision.ProvisionReport;
import dev.drift.provision.ProvisionStatus;
import dev.drift.provision.StackProvision;
import dev.drift.render.Harmless;
import dev.drift.render.MarkdownText;
import dev.drift.render.SideEffectText;
import dev.drift.stack.StackPath;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A provisioning in GitHub flavoured Markdown, for job summaries and comments. Strangers' text stands in code only. The text
 * never exceeds its budget: stacks that do not fit are left out and counted, the worst come first.
 *
 * @param budget how many bytes of UTF-8 the text may have, at least {@value #SMALLEST}
 */
public record ProvisionMarkdown(int budget) {

    /** Fits into a comment, which takes 65,536 characters, with room for what the sender puts around it. */
    public static final ProvisionMarkdown COMMENT = new ProvisionMarkdown(60_000);

    /** The verdict, the counts and what was left out always fit into this. */
    public static final int SMALLEST = 2_000;

    private static final int RESERVE = 200;
    private static final int MOST_OBJECTS = 40;
    private static final int LONGEST = 400;
    private static final int LONGEST_PATH = 100;

    public ProvisionMarkdown {
        if (budget < SMALLEST) {
            throw new IllegalArgumentException("Markdown budget must be at least " + SMALLEST + " bytes: " + budget);
        }
    }

    /** The report as Markdown. */
    public String render(ProvisionReport report) {
        StringBuilder page = new StringBuilder(head(report)).append(deleted(report.deleted()));
        int left = 0;
        for (ProvisionStatus status : List.of(
                ProvisionStatus.FAILED, ProvisionStatus.REFUSED, ProvisionStatus.NOT_DONE, ProvisionStatus.APPLIED)) {
            String title = "\n## " + capital(ProvisionWords.words(status)) + "\n";
            boolean isFirst = true;
            for (StackProvision stack : report.with(status)) {
                String text = (isFirst ? title : "") + stack(stack);
                if (bytes(page) + bytes(text) > budget - RESERVE) {
                    left++;
                } else {
                    page.append(text);
                    isFirst = false;
                }
            }
        }
        if (left > 0) {
            page.append("\n_").append(ProvisionWords.of(left, "stack")).append(" left out for want of room._\n");
        }
        return page.toString();
    }

    private static String head(ProvisionReport report) {
        String alert = switch (report.verdict()) {
            case DONE -> "NOTE";
            case INCOMPLETE -> "WARNING";
            case FAILED -> "CAUTION";
        };
        return "> [!" + alert + "]\n> **" + ProvisionWords.verdict(report) + "**: " + ProvisionWords.sentence(report)
                + "\n\n| Applied | Unchanged | Refused | Failed | Not done | Destroyed | Skipped |\n"
                + "|---:|---:|---:|---:|---:|---:|---:|\n| " + report.count(ProvisionStatus.APPLIED) + " | "
                + report.count(ProvisionStatus.UNCHANGED) + " | " + report.count(ProvisionStatus.REFUSED) + " | "
                + report.count(ProvisionStatus.FAILED) + " | " + report.count(ProvisionStatus.NOT_DONE) + " | "
                + report.destroyed() + " | " + report.skipped().size() + " |\n";
    }

    /** What is named nowhere else stands before what is. */
    private String deleted(List<StackPath> paths) {
        if (paths.isEmpty()) {
            return "";
        }
        List<String> some = new ArrayList<>();
        for (StackPath path : paths) {
            String named = MarkdownText.code(Harmless.shortened(Harmless.line(path.toString()), LONGEST_PATH));
            if (bytes(String.join(", ", some)) + bytes(named) < budget / 4) {
                some.add(named);
            }
        }
        int more = paths.size() - some.size();
        return "\n**Deleted in code, not destroyed**: " + String.join(", ", some)
                + (more > 0 ? " and " + more + " more" : "") + ". " + ProvisionWords.deleted() + "\n";
    }

    private static String stack(StackProvision stack) {
        String heading = "\n### " + code(stack.stack().path().toString()) + "\n";
        return heading
                + stack.outcome()
                        .fold(
                                applied -> changes(applied.changes())
                                        + (stack.check().isEmpty() ? "" : "\n" + afterwards(stack) + "\n"),
                                unchanged -> "",
                                refused -> "\nRefused: " + code(refused.reason()) + "\n" + changes(refused.changes()),
                                failed -> "\n" + code(failed.reason()) + "\n"
                                        + (failed.done().isEmpty()
                                                ? ""
                                                : "\nApplied before it failed:\n\n"
                                                        + MarkdownText.block("", lines(failed.done())))
                                        + failed.keptState()
                                                .map(kept -> "\nIts state could not be written and is kept at "
                                                        + code(kept.toString()) + "\n")
                                                .orElse(""),
                                notDone -> "\n" + code(notDone.reason()) + "\n");
    }

    private static String afterwards(StackProvision stack) {
        String words = ProvisionWords.afterwards(stack);
        int colon = words.indexOf(": ");
        return colon < 0 ? words : words.substring(0, colon + 2) + code(words.substring(colon + 2));
    }

    private static String changes(PlannedChanges plan) {
        StringBuilder text = new StringBuilder();
        List<ResourceFinding> destroyed = plan.destroyed();
        if (!destroyed.isEmpty()) {
            text.append("\n**Destroys ")
                    .append(ProvisionWords.of(destroyed.size(), "object"))
                    .append("**: ")
                    .append(addresses(destroyed))
                    .append('\n');
        }
        List<ResourceFinding> others = plan.resources().stream()
                .filter(resource -> !destroyed.contains(resource))
                .toList();
        text.append('\n').append(ProvisionWords.sum(plan));
        text.append(others.isEmpty() ? "\n" : ": " + addresses(others) + "\n");
        text.append(SideEffectText.markdown(plan.sideEffects()));
        if (!plan.overwritten().isEmpty()) {
            text.append("\nOverwrites what was changed live in ")
                    .append(named(plan.overwritten(), resource -> resource.address() + ProvisionWords.fields(resource)))
                    .append('\n');
        }
        return text.toString();
    }

    private static String addresses(List<ResourceFinding> resources) {
        return named(resources, resource -> resource.address().toString());
    }

    private static String named(List<ResourceFinding> resources, Function<ResourceFinding, String> name) {
        String some = resources.stream()
                .limit(MOST_OBJECTS)
                .map(resource ->
                        code(name.apply(resource)) + (resource.action() == ChangeAction.REPLACE ? " (replaced)" : ""))
                .collect(Collectors.joining(", "));
        int more = resources.size() - MOST_OBJECTS;
        return more > 0 ? some + " and " + more + " more" : some;
    }

    private static List<String> lines(List<String> done) {
        return done.stream()
                .limit(MOST_OBJECTS)
                .map(line -> Harmless.shortened(Harmless.line(line), LONGEST))
                .toList();
    }

    private static String code(String text) {
        return MarkdownText.code(Harmless.shortened(Harmless.line(text), LONGEST));
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static int bytes(CharSequence text) {
        return text.toString().getBytes(UTF_8).length;
    }
}
