package dev.drift.history;

import dev.drift.estate.Cell;
import dev.drift.stack.Stack;
import dev.drift.stack.StackPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What several histories say of stacks, each asked once.
 *
 * @param last the last checks
 * @param refusals why those cannot be asked that cannot
 */
record Recalled(Map<StackPath, LastCheck> last, Map<ReportHistory, String> refusals) {

    static Recalled of(Map<Cell, List<Stack>> stacks, Function<Cell, ReportHistory> histories) {
        Map<ReportHistory, List<StackPath>> byHistory = new LinkedHashMap<>();
        stacks.forEach((cell, own) -> own.forEach(stack -> byHistory
                .computeIfAbsent(histories.apply(cell), history -> new ArrayList<>())
                .add(stack.path())));
        Map<StackPath, LastCheck> last = new HashMap<>();
        Map<ReportHistory, String> refusals = new HashMap<>();
        byHistory.forEach((history, own) -> {
            try {
                last.putAll(history.last(own));
            } catch (HistoryException refused) {
                refusals.put(history, String.valueOf(refused.getMessage()));
            }
        });
        return new Recalled(last, refusals);
    }
}
