package dev.drift.render;

import dev.drift.preview.ChangeMark;
import dev.drift.preview.PlannedChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Planned changes in harmless words, marked by where they come from. */
final class PlannedText {

    /** What would go stands first, then what overwrites, then the rest by address. */
    private static final Comparator<PlannedChange> ORDER = Comparator.comparing(
                    (PlannedChange change) -> !change.isDestructive())
            .thenComparing(PlannedChange::mark)
            .thenComparing(PlannedChange::address);

    private PlannedText() {}

    static List<PlannedChange> ordered(List<PlannedChange> changes) {
        return changes.stream().sorted(ORDER).toList();
    }

    /** {@code replace, from this change}. */
    static String words(PlannedChange change) {
        return change.action().word() + ", " + change.mark().words();
    }

    /** The object with the marks of its fields in their labels. */
    static ResourceText of(PlannedChange change) {
        ResourceText plain = ResourceText.of(change.finding());
        List<FieldText> fields = new ArrayList<>();
        for (PlannedChange.Field planned : change.fields()) {
            FieldText field = FieldText.of(planned.finding());
            fields.add(new FieldText(field.path(), label(change, planned), field.moves()));
        }
        return new ResourceText(
                plain.sign(), plain.address(), plain.happened(), plain.planned(), plain.waived(), fields);
    }

    private static String label(PlannedChange change, PlannedChange.Field field) {
        if (field.mark() == ChangeMark.OVERWRITES_LIVE_CHANGE) {
            return "overwrites a live change"
                    + field.lastApplied()
                            .map(value -> ", last applied " + Harmless.shortened(ValueText.of(value), 80))
                            .orElse("");
        }
        return field.mark() == change.mark() ? "" : field.mark().words();
    }
}
