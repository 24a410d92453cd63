package dev.drift.history;

import dev.drift.stack.StackPath;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers for as long as the process lives. */
public final class InMemoryHistory implements ReportHistory {

    private final Map<StackPath, LastCheck> checks = new ConcurrentHashMap<>();

    @Override
    public Optional<LastCheck> last(StackPath stack) {
        return Optional.ofNullable(checks.get(stack));
    }

    @Override
    public void remember(LastCheck check) {
        checks.merge(
                check.stack(),
                check,
                (before, after) -> after.checkedAt().isBefore(before.checkedAt()) ? before : after);
    }
}
