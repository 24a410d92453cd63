package dev.drift.provision.page;

import dev.drift.diagnosis.ResourceFinding;
import dev.drift.observation.ChangeAction;
import dev.drift.provision.PlannedChanges;
import dev.drift.provision.ProvisionReport;
import dev.drift.provision.ProvisionStatus;
import dev.drift.provision.StackProvision;
import dev.drift.render.SideEffectText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a provisioning says, in sentences. */
public final class ProvisionWords {

    private static final int MOST_FIELDS = 5;

    private ProvisionWords() {}

    /** {@code DONE}, {@code INCOMPLETE}, {@code FAILED}. */
    public static String verdict(ProvisionReport report) {
        return report.verdict().name();
    }

    /** What the verdict rests on: {@code 2 of 3 stacks are as their code says, 1 failed}. */
    public static String sentence(ProvisionReport report) {
        int deleted = report.deleted().size();
        return deleted == 0
                ? done(report)
                : done(report) + "; " + of(deleted, "stack") + " deleted in code, not destroyed";
    }

    private static String done(ProvisionReport report) {
        int all = report.stacks().size();
        if (all == 0) {
            return report.deleted().isEmpty()
                    ? "nothing changed, so nothing was applied"
                    : "no stack that is there changed, so nothing was applied";
        }
        int done = report.count(ProvisionStatus.APPLIED) + report.count(ProvisionStatus.UNCHANGED);
        if (done == all && report.count(ProvisionStatus.APPLIED) == 0) {
            return (all == 1 ? "the only stack is" : "all " + all + " stacks are")
                    + " as the code says already, so nothing was applied";
        }
        if (done == all) {
            long doubtful =
                    report.stacks().stream().filter(StackProvision::isDoubtful).count();
            String applied = report.count(ProvisionStatus.APPLIED) + " of " + of(all, "stack") + " applied";
            return doubtful == 0 ? applied : applied + ", " + doubtful + " not in sync afterwards";
        }
        return done + " of " + of(all, "stack") + " done" + rest(report);
    }

    /** What it means that stacks are not there any more. */
    public static String deleted() {
        return "Nothing of them was destroyed: what is in their states still exists. To destroy it, check out the code as it was"
                + " and destroy it there; the state tells how much that is.";
    }

    /** The counts that are not zero, joined by dots. */
    public static String counts(ProvisionReport report) {
        List<String> counts = new ArrayList<>();
        for (ProvisionStatus status : ProvisionStatus.values()) {
            int count = report.count(status);
            if (count > 0) {
                counts.add(count + " " + words(status));
            }
        }
        if (report.destroyed() > 0) {
            counts.add(of(report.destroyed(), "object") + " destroyed");
        }
        if (!report.skipped().isEmpty()) {
            counts.add(report.skipped().size() + " skipped");
        }
        if (!report.deleted().isEmpty()) {
            counts.add(report.deleted().size() + " deleted in code");
        }
        return String.join(" · ", counts);
    }

    /** {@code 1 to create, 2 to update, 1 output to change}. */
    public static String sum(PlannedChanges plan) {
        Map<ChangeAction, Integer> counts = new TreeMap<>();
        for (ResourceFinding resource : plan.resources()) {
            counts.merge(resource.action(), 1, Integer::sum);
        }
        List<String> words = counts.entrySet().stream()
                .map(count -> count.getValue() + " to " + count.getKey().word())
                .collect(Collectors.toCollection(ArrayList::new));
        if (plan.outputs() > 0) {
            words.add(of(plan.outputs(), "output") + " to change");
        }
        words.addAll(SideEffectText.counts(plan.sideEffects()));
        return words.isEmpty() ? "only the state to change" : String.join(", ", words);
    }

    /** The fields of an object behind its address, the first few by name: {@code  (desired_count, tags.owner)}. */
    static String fields(ResourceFinding resource) {
        List<String> paths = resource.fields().stream()
                .map(field -> field.path().toString())
                .distinct()
                .toList();
        String more = paths.size() > MOST_FIELDS ? " and " + (paths.size() - MOST_FIELDS) + " more" : "";
        return paths.isEmpty()
                ? ""
                : " (" + String.join(", ", paths.subList(0, Math.min(MOST_FIELDS, paths.size()))) + more + ")";
    }

    /** What a look afterwards said; empty if nobody looked. */
    public static String afterwards(StackProvision stack) {
        return stack.check()
                .map(check -> check.outcome()
                        .fold(
                                inSync -> "in sync afterwards",
                                drifted -> "drifted afterwards: "
                                        + of(drifted.findings().drift().size(), "resource"),
                                unknown -> "unknown afterwards: " + unknown.reason()))
                .orElse("");
    }

    /** The status in words for people. */
    public static String words(ProvisionStatus status) {
        return status.word().replace('_', ' ');
    }

    static String of(int count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }

    static String seconds(Duration took) {
        return took.toMinutes() > 0
                ? took.toMinutes() + " min " + took.toSecondsPart() + " s"
                : String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0);
    }

    private static String rest(ProvisionReport report) {
        return List.of(ProvisionStatus.FAILED, ProvisionStatus.REFUSED, ProvisionStatus.NOT_DONE).stream()
                .filter(status -> report.count(status) > 0)
                .map(status -> ", " + report.count(status) + " " + words(status))
                .collect(Collectors.joining());
    }
}
