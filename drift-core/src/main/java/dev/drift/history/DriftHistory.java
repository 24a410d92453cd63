package dev.drift.history;

import static java.util.Objects.requireNonNull;

import dev.drift.detection.StackCheck;
import dev.drift.diagnosis.Fingerprint;
import dev.drift.diagnosis.StackOutcome;
import dev.drift.stack.StackPath;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Follows the drift of stacks from check to check: it lasts from the check that first saw it, whatever becomes of it, until a
 * check finds the stack in sync. An unknown outcome neither ends nor starts it.
 */
public record DriftHistory(ReportHistory reports) {

    public DriftHistory {
        requireNonNull(reports, "reports is null");
    }

    /**
     * Remembers checks of different stacks that ended at the moment.
     *
     * @return since when those drift that do; a stack that does not, or of which that is unknown, is not among them
     */
    public Map<StackPath, Instant> follow(Collection<StackCheck> checks, Instant at) {
        Map<StackPath, Instant> since = since(checks, at);
        List<LastCheck> seen =
                checks.stream().flatMap(check -> seen(check, at, since)).toList();
        if (!seen.isEmpty()) {
            reports.remember(seen);
        }
        return since;
    }

    private Map<StackPath, Instant> since(Collection<StackCheck> checks, Instant at) {
        List<StackPath> drifted = checks.stream()
                .filter(check -> check.outcome() instanceof StackOutcome.Drifted)
                .map(check -> check.stack().path())
                .toList();
        Map<StackPath, Instant> since = new HashMap<>();
        if (!drifted.isEmpty()) {
            Map<StackPath, LastCheck> before = reports.last(drifted);
            drifted.forEach(stack -> since.put(stack, firstSeen(Optional.ofNullable(before.get(stack)), at)));
        }
        return since;
    }

    private static Instant firstSeen(Optional<LastCheck> last, Instant at) {
        return last.flatMap(LastCheck::driftedSince)
                .filter(before -> before.isBefore(at))
                .orElse(at);
    }

    private static Stream<LastCheck> seen(StackCheck check, Instant at, Map<StackPath, Instant> since) {
        StackPath stack = check.stack().path();
        return check.outcome()
                .fold(
                        inSync -> Stream.of(new LastCheck(stack, at, Optional.empty(), Optional.empty())),
                        drifted -> Stream.of(new LastCheck(
                                stack,
                                at,
                                Fingerprint.of(drifted.findings().drift()),
                                Optional.ofNullable(since.get(stack)))),
                        unknown -> Stream.empty());
    }
}
