package dev.drift.render;

import dev.drift.observation.ChangeAction;
import dev.drift.preview.ChangeMark;
import dev.drift.preview.PreviewReport;
import dev.drift.preview.PreviewResult;
import dev.drift.preview.PreviewSummary;
import dev.drift.preview.PreviewVerdict;
import java.util.ArrayList;
import java.util.List;

/** What a preview says, in a few words, in one sentence and in lines of counts. What would go stands before everything else. */
public final class PreviewHeadline {

    private PreviewHeadline() {}

    /** {@code DESTRUCTIVE}, {@code CHANGES}, {@code NO CHANGES}, {@code FAILED}, {@code INCOMPLETE}, {@code REFUSED}. */
    public static String verdict(PreviewReport preview) {
        PreviewSummary summary = preview.summary();
        if (summary.destructive() > 0) {
            return "DESTRUCTIVE";
        }
        if (preview.verdict() != PreviewVerdict.DONE) {
            return preview.verdict().name();
        }
        return summary.changing() > 0 ? "CHANGES" : "NO CHANGES";
    }

    /** {@code 1 object would be deleted and 1 replaced; 3 of 6 changed stacks would change, 1 has invalid code}. */
    public static String sentence(PreviewReport preview) {
        PreviewSummary summary = preview.summary();
        if (preview.refusal().isPresent()) {
            return "no plan was made: " + Harmless.line(preview.refusal().get());
        }
        if (summary.previewed() == 0) {
            return summary.skipped() > 0
                    ? "no changed stack is selected, so nothing was planned"
                    : "no changed stacks, so there is nothing to plan";
        }
        List<String> parts = new ArrayList<>();
        parts.add(summary.changing() + " of " + Plural.of(summary.previewed(), "changed stack") + " would change");
        add(parts, summary.stacks(PreviewResult.INVALID), "has invalid code", "have invalid code");
        add(parts, summary.stacks(PreviewResult.UNKNOWN), "could not be planned", "could not be planned");
        add(parts, summary.unformatted(), "is not formatted", "are not formatted");
        return destruction(summary) + String.join(", ", parts);
    }

    /** What would happen, destruction first, {@code 1 to delete · 2 to create}, and behind it {@code 1 to move}; possibly empty. */
    static String changes(PreviewReport preview) {
        PreviewSummary summary = preview.summary();
        List<String> counts = new ArrayList<>();
        for (ChangeAction action : List.of(
                ChangeAction.DELETE,
                ChangeAction.REPLACE,
                ChangeAction.CREATE,
                ChangeAction.UPDATE,
                ChangeAction.FORGET)) {
            count(counts, summary.changes(action), "to " + action.word());
        }
        counts.addAll(SideEffectText.counts(preview.sideEffects()));
        return String.join(" · ", counts);
    }

    /** Where it comes from: {@code 1 overwrites a live change · 3 from this change}; possibly empty. */
    public static String marks(PreviewSummary summary) {
        List<String> counts = new ArrayList<>();
        for (ChangeMark mark : ChangeMark.values()) {
            count(counts, summary.marks(mark), mark.words());
        }
        return String.join(" · ", counts);
    }

    private static String destruction(PreviewSummary summary) {
        int deleted = summary.changes(ChangeAction.DELETE);
        int replaced = summary.changes(ChangeAction.REPLACE);
        if (deleted + replaced == 0) {
            return "";
        }
        if (deleted > 0 && replaced > 0) {
            return Plural.of(deleted, "object") + " would be deleted and " + replaced + " replaced; ";
        }
        return Plural.of(deleted + replaced, "object") + " would be " + (deleted > 0 ? "deleted" : "replaced") + "; ";
    }

    private static void add(List<String> parts, int count, String one, String many) {
        if (count > 0) {
            parts.add(count + " " + Plural.verb(count, one, many));
        }
    }

    private static void count(List<String> counts, int count, String words) {
        if (count > 0) {
            counts.add(count + " " + words);
        }
    }
}
