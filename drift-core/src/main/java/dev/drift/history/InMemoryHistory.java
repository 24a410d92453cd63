package dev.drift.history;

import dev.drift.stack.StackPath;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Remembers for as long as the process lives. */
public final class InMemoryHistory implements ReportHistory {

    private final Map<StackPath, LastCheck> checks = new ConcurrentHashMap<>();

    @Override
    public Map<StackPath, LastCheck> last(Collection<StackPath> stacks) {
        return stacks.stream()
                .distinct()
                .flatMap(stack -> Optional.ofNullable(checks.get(stack)).stream())
                .collect(Collectors.toMap(LastCheck::stack, check -> check));
    }

    @Override
    public void remember(Collection<LastCheck> more) {
        more.forEach(check -> checks.merge(check.stack(), check, LastCheck::or));
    }
}
