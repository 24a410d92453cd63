package dev.drift.render;

import dev.drift.catalog.SkippedStack;
import dev.drift.report.DriftReport;
import dev.drift.report.Summary;
import dev.drift.report.Verdict;
import java.util.ArrayList;
import java.util.List;

/** What a report says, in one sentence and in one line of counts. */
public final class Headline {

    private Headline() {}

    /** {@code DRIFTED}, {@code IN SYNC}, {@code UNKNOWN}. */
    public static String verdict(Verdict verdict) {
        return verdict.name().replace('_', ' ');
    }

    /** The verdict, or that there is none to speak of: that nothing was looked at must not pass for being in sync. */
    public static String verdict(DriftReport report) {
        return report.summary().selected() == 0 ? "NOTHING LOOKED AT" : verdict(report.verdict());
    }

    /** What the verdict rests on: {@code 2 of 37 stacks no longer match what was last applied}. */
    public static String sentence(DriftReport report) {
        Summary summary = report.summary();
        int selected = summary.selected();
        if (selected == 0) {
            return (report.skipped().stream().anyMatch(SkippedStack::isOutOfWindow)
                            ? "maintenance windows are closed for every stack that was selected"
                            : "no stack was selected")
                    + ", so nothing was looked at";
        }
        String drifted = summary.drifted() == selected
                ? Plural.verb(
                        selected, "the only stack no longer matches", "all " + selected + " stacks no longer match")
                : summary.drifted() + " of " + Plural.of(selected, "stack") + " no longer "
                        + Plural.verb(summary.drifted(), "matches", "match");
        return switch (summary.verdict()) {
            case IN_SYNC ->
                Plural.verb(selected, "the only stack matches", "all " + selected + " stacks match")
                        + " what was last applied";
            case DRIFTED -> drifted + " what was last applied";
            case UNKNOWN ->
                summary.unknown() + " of " + Plural.of(selected, "stack") + " could not be judged"
                        + (summary.drifted() > 0 ? ", " + summary.drifted() + " drifted" : "");
        };
    }

    /**
     * The counts that are not zero, joined by dots; of stacks that were looked at, those in sync are counted even if there are
     * none, and the resources if that is known of all.
     */
    public static String counts(Summary summary) {
        List<String> counts = new ArrayList<>();
        add(counts, summary.drifted(), "drifted");
        add(counts, summary.unknown(), "unknown");
        if (summary.selected() > 0) {
            counts.add(summary.inSync() + " in sync");
        }
        add(counts, summary.skipped(), "skipped");
        add(counts, summary.pending(), "with pending changes");
        if (summary.selected() > 0) {
            summary.resources().ifPresent(resources -> counts.add(Plural.of(resources, "resource")));
        }
        return String.join(" · ", counts);
    }

    private static void add(List<String> counts, int count, String word) {
        if (count > 0) {
            counts.add(count + " " + word);
        }
    }
}
