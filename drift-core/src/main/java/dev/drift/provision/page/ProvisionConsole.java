package dev.drift.provision.page;

import static java.util.stream.Collectors.joining;

import dev.drift.diagnosis.ResourceFinding;
import dev.drift.observation.ChangeAction;
import dev.drift.provision.PlannedChanges;
import dev.drift.provision.ProvisionOutcome;
import dev.drift.provision.ProvisionReport;
import dev.drift.provision.ProvisionStatus;
import dev.drift.provision.StackProvision;
import dev.drift.render.ConsolePage;
import dev.drift.render.Harmless;
import dev.drift.render.Paint;
import dev.drift.stack.Stack;
import dev.drift.stack.StackPath;
import java.time.Duration;
import java.util.List;

/**
 * A provisioning for somebody at a terminal: what failed, was refused and was not done, then what was applied.
 *
 * @param colours whether to colour it with the escape sequences of terminals
 * @param width how many characters a line may have; values are shortened and reasons wrapped to fit
 * @param verbose whether to show everything: long differences in full, and what tools said they did
 */
public record ProvisionConsole(boolean colours, int width, boolean verbose) {

    /** Without colours, 100 characters wide, not verbose. */
    public static final ProvisionConsole PLAIN = new ProvisionConsole(false, 100, false);

    private static final int NARROWEST = 40;

    public ProvisionConsole {
        width = Math.max(NARROWEST, width);
    }

    /** The report as text; every line ends with a line feed. */
    public String render(ProvisionReport report) {
        ConsolePage page = page();
        Paint paint = page.paint();
        String badge = paint.bold(ProvisionWords.verdict(report));
        page.line(
                0,
                switch (report.verdict()) {
                            case DONE -> paint.green(badge);
                            case INCOMPLETE -> badge;
                            case FAILED -> paint.red(badge);
                        }
                        + "  " + paint.bold(ProvisionWords.sentence(report)));
        page.line(0, paint.dim(ProvisionWords.counts(report)));
        part(page, "Failed", report.with(ProvisionStatus.FAILED));
        part(page, "Refused", report.with(ProvisionStatus.REFUSED));
        part(page, "Not done", report.with(ProvisionStatus.NOT_DONE));
        part(page, "Applied", report.with(ProvisionStatus.APPLIED));
        if (verbose) {
            part(page, "Unchanged", report.with(ProvisionStatus.UNCHANGED));
        }
        deleted(page, report.deleted());
        page.line(0, "");
        Duration took = Duration.between(report.run().startedAt(), report.run().finishedAt());
        page.line(0, paint.dim("Took " + ProvisionWords.seconds(took)));
        return page.text();
    }

    /** What is going to be applied to a stack, before it is, as a whole: long values are wrapped, and nothing is cut or left out. */
    public String plan(Stack stack, PlannedChanges plan) {
        ConsolePage page = page();
        page.line(0, page.paint().bold(Harmless.line(stack.path().toString())) + "  " + ProvisionWords.sum(plan));
        destroyed(page, plan);
        page.plannedInFull(notDeleted(plan));
        besides(page, plan);
        return page.text();
    }

    private ConsolePage page() {
        return new ConsolePage(new Paint(colours), width, verbose);
    }

    private void part(ConsolePage page, String title, List<StackProvision> stacks) {
        if (!stacks.isEmpty()) {
            page.title(title);
        }
        stacks.forEach(stack -> stack(page, stack));
    }

    private static void deleted(ConsolePage page, List<StackPath> paths) {
        if (!paths.isEmpty()) {
            page.title("Deleted in code, not destroyed");
            paths.forEach(path -> page.line(2, page.paint().bold(Harmless.line(path.toString()))));
            page.paragraph(4, "", ProvisionWords.deleted());
        }
    }

    private void stack(ConsolePage page, StackProvision provision) {
        Paint paint = page.paint();
        String sum = provision
                .outcome()
                .plan()
                .map(plan -> "  " + ProvisionWords.sum(plan))
                .orElse("");
        page.line(2, paint.bold(Harmless.line(provision.stack().path().toString())) + paint.dim(sum));
        if (verbose) {
            provision.why().ifPresent(why -> page.paragraph(4, "", why));
        }
        provision
                .outcome()
                .<Runnable>fold(
                        applied -> () -> applied(page, provision, applied),
                        unchanged -> () -> {},
                        refused -> () -> {
                            page.paragraph(4, "", refused.reason());
                            changes(page, refused.changes());
                        },
                        failed -> () -> failed(page, failed),
                        notDone -> () -> page.paragraph(4, "", notDone.reason()))
                .run();
    }

    private void applied(ConsolePage page, StackProvision provision, ProvisionOutcome.Applied applied) {
        changes(page, applied.changes());
        if (verbose) {
            applied.done().forEach(line -> page.paragraph(4, "", line));
        }
        if (provision.check().isPresent()) {
            page.paragraph(4, "", ProvisionWords.afterwards(provision));
        }
    }

    private static void failed(ConsolePage page, ProvisionOutcome.Failed failed) {
        page.paragraph(4, "", failed.reason());
        if (!failed.done().isEmpty()) {
            page.line(4, "applied before it failed:");
        }
        failed.done().forEach(line -> page.paragraph(6, "", line));
        failed.keptState().ifPresent(kept -> {
            page.line(4, "its state could not be written and is kept at:");
            page.line(6, Harmless.line(kept.toString()));
        });
    }

    private static void changes(ConsolePage page, PlannedChanges plan) {
        destroyed(page, plan);
        page.planned(notDeleted(plan));
        besides(page, plan);
    }

    private static List<ResourceFinding> notDeleted(PlannedChanges plan) {
        return plan.resources().stream()
                .filter(resource -> resource.action() != ChangeAction.DELETE)
                .toList();
    }

    /** What ends stands before everything else, and is never left out. */
    private static void destroyed(ConsolePage page, PlannedChanges plan) {
        Paint paint = page.paint();
        List<ResourceFinding> destroyed = plan.destroyed();
        if (!destroyed.isEmpty()) {
            page.line(4, paint.red(paint.bold("DESTROYS " + ProvisionWords.of(destroyed.size(), "object"))));
        }
        for (ResourceFinding resource : destroyed) {
            boolean isReplaced = resource.action() == ChangeAction.REPLACE;
            page.line(
                    6,
                    paint.sign(isReplaced ? '±' : '-') + " "
                            + paint.red(Harmless.line(resource.address().toString()) + "  "
                                    + (isReplaced ? "destroyed, and another one in its place" : "destroyed")));
        }
    }

    private static void besides(ConsolePage page, PlannedChanges plan) {
        page.besides(plan.sideEffects());
        if (!plan.overwritten().isEmpty()) {
            page.paragraph(
                    4,
                    "",
                    "overwrites what was changed live in "
                            + ProvisionWords.of(plan.overwritten().size(), "resource") + ": "
                            + plan.overwritten().stream()
                                    .map(resource -> resource.address() + ProvisionWords.fields(resource))
                                    .collect(joining(", ")));
        }
    }
}
