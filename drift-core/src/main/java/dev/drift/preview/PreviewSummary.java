package dev.drift.preview;

import dev.drift.observation.ChangeAction;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A preview, counted. The maps hold every key, also those of which there are none.
 *
 * @param stacks the stacks that were looked at, by result
 * @param changes the objects that would change, by what would happen to them
 * @param marks the same objects, by where that comes from
 * @param unformatted stacks with a file that is not formatted
 * @param deleted stacks that are not there any more
 * @param skipped changed stacks that were not looked at
 */
public record PreviewSummary(
        Map<PreviewResult, Integer> stacks,
        Map<ChangeAction, Integer> changes,
        Map<ChangeMark, Integer> marks,
        int unformatted,
        int deleted,
        int skipped) {

    public PreviewSummary {
        stacks = whole(stacks, PreviewResult.class);
        changes = whole(changes, ChangeAction.class);
        marks = whole(marks, ChangeMark.class);
    }

    static PreviewSummary of(PreviewReport report) {
        List<PlannedChange> changes = report.stacks().stream()
                .flatMap(stack -> stack.planning().changes().stream())
                .toList();
        return new PreviewSummary(
                counted(report.stacks(), StackPreview::result),
                counted(changes, PlannedChange::action),
                counted(changes, PlannedChange::mark),
                (int) report.stacks().stream()
                        .filter(StackPreview::isUnformatted)
                        .count(),
                report.deleted().size(),
                report.skipped().size());
    }

    /** How many stacks have a result. */
    public int stacks(PreviewResult result) {
        return stacks.getOrDefault(result, 0);
    }

    /** How many objects something would happen to. */
    public int changes(ChangeAction action) {
        return changes.getOrDefault(action, 0);
    }

    /** How many objects have a mark. */
    public int marks(ChangeMark mark) {
        return marks.getOrDefault(mark, 0);
    }

    /** How many objects would go: deleted or replaced. */
    public int destructive() {
        return changes(ChangeAction.DELETE) + changes(ChangeAction.REPLACE);
    }

    /** How many stacks were looked at. */
    public int previewed() {
        return stacks.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many stacks an apply would change, as far as they could be planned. */
    public int changing() {
        return stacks(PreviewResult.DESTRUCTIVE) + stacks(PreviewResult.CHANGED);
    }

    private static <T, K extends Enum<K>> Map<K, Integer> counted(Collection<T> things, Function<T, K> key) {
        Map<K, Integer> counts = new HashMap<>();
        things.forEach(thing -> counts.merge(key.apply(thing), 1, Integer::sum));
        return counts;
    }

    private static <K extends Enum<K>> Map<K, Integer> whole(Map<K, Integer> counts, Class<K> keys) {
        Map<K, Integer> whole = new EnumMap<>(keys);
        for (K key : keys.getEnumConstants()) {
            whole.put(key, counts.getOrDefault(key, 0));
        }
        return Collections.unmodifiableMap(whole);
    }
}
