package dev.drift.aws.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.drift.aws.call.CallException;
import dev.drift.estate.Residency;
import dev.drift.history.HistoryException;
import dev.drift.history.LastCheck;
import dev.drift.history.LastChecks;
import dev.drift.history.ReportHistory;
import dev.drift.stack.StackPath;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The history of one cell in one object. Whoever writes adds to what lies there by then, so it does not matter who comes first.
 *
 * @param memory where
 * @param name the name of the object
 * @param told is told what cannot be understood
 */
record BucketHistory(BucketMemory memory, String name, Consumer<String> told) implements ReportHistory {

    /** Shares of a run end together, and each needs its turn. */
    private static final int MOST_ATTEMPTS = 100;

    @Override
    public Map<StackPath, LastCheck> last(Collection<StackPath> stacks) {
        try (BucketObjects objects = memory.objects()) {
            LastChecks known = read(objects.find(name));
            if (known.damaged() > 0) {
                told.accept("Of the history in " + memory + " " + known.damaged()
                        + " lines cannot be understood, and their stacks begin anew: " + name);
            }
            return known.of(stacks);
        } catch (CallException failed) {
            throw new HistoryException("The history cannot be read: " + failed.reason(), failed);
        }
    }

    @Override
    public void remember(Collection<LastCheck> checks) {
        try (BucketObjects objects = memory.objects()) {
            for (int attempt = 0; attempt < MOST_ATTEMPTS && !checks.isEmpty(); attempt++) {
                Optional<BucketObjects.Stored> found = objects.find(name);
                LastChecks before = read(found);
                LastChecks after = before.with(checks);
                if (after.equals(before) || isKept(objects, found, after.write().getBytes(UTF_8))) {
                    return;
                }
                BucketMemory.pause();
            }
        } catch (CallException failed) {
            throw new HistoryException("The history cannot be written: " + failed.reason(), failed);
        }
        if (!checks.isEmpty()) {
            throw new HistoryException("Others are writing to the history in " + memory + " all the time");
        }
    }

    @Override
    public Optional<Residency> residency() {
        return memory.residency();
    }

    @Override
    public boolean leavesTheMachine() {
        return true;
    }

    private boolean isKept(BucketObjects objects, Optional<BucketObjects.Stored> before, byte[] content)
            throws CallException {
        return (before.isPresent()
                        ? objects.replace(name, before.get().tag(), content)
                        : objects.make(name, content, request -> request))
                .isPresent();
    }

    private static LastChecks read(Optional<BucketObjects.Stored> found) {
        return LastChecks.read(
                found.map(stored -> new String(stored.content(), UTF_8)).orElse(""));
    }
}
