package dev.drift.cli.serve;

import static java.util.Objects.requireNonNull;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.drift.timetable.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Follows the schedules together with other copies that know the same database, which holds how far each was followed. A copy that
 * dies in the middle of a run stops being heard of; its tick is then run by another one.
 */
public final class SharedRounds implements Serving {

    /** A copy that was built from other files may know cells that this one does not. */
    private static final Duration LEFT_TO_OTHERS = Duration.ofMinutes(1);

    /** What other estates keep in the same table is theirs. */
    private static final Duration NEVER = Duration.ofDays(36_500);

    /** Threads for cells that come while it goes on. */
    private static final int SPARE = 16;

    private final Supplier<List<CellTurns>> cells;
    private final TickDatabase database;
    private final String estate;
    private final Pace pace;
    private final Consumer<String> told;
    private final CustomTask<String> task;
    private volatile Map<String, CellTurns> served = Map.of();

    /**
     * How often the database is asked.
     *
     * @param poll how often for what is due
     * @param heartbeat how often a run says that it still goes; four that do not come, and it is taken for dead
     */
    public record Pace(Duration poll, Duration heartbeat) {

        /** A run that died is noticed within two to four minutes. */
        public static final Pace USUAL = new Pace(Duration.ofSeconds(5), Duration.ofSeconds(30));

        public Pace {
            requireNonNull(poll, "poll is null");
            requireNonNull(heartbeat, "heartbeat is null");
        }
    }

    /**
     * Over the cells of an estate, which copies of other estates may share the database with.
     *
     * @param cells which there are now; asked by the thread that follows, as often as the database
     */
    public SharedRounds(
            Supplier<List<CellTurns>> cells, TickDatabase database, String estate, Pace pace, Consumer<String> told) {
        this.cells = requireNonNull(cells, "cells is null");
        this.database = requireNonNull(database, "database is null");
        this.estate = requireNonNull(estate, "estate is null");
        this.pace = requireNonNull(pace, "pace is null");
        this.told = requireNonNull(told, "told is null");
        this.task = Tasks.custom(TickDatabase.taskOf(estate), String.class)
                .onDeadExecutionRevive()
                .execute((instance, context) -> turn(instance));
    }

    @Override
    public boolean follow(Duration grace) {
        database.prepare();
        List<CellTurns> now = cells.get();
        int threads = now.size() + SPARE;
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        Scheduler scheduler = scheduler(workers, threads);
        serve(scheduler, now);
        scheduler.start();
        while (!Ending.isToldWithin(pace.poll())) {
            List<CellTurns> next = cells.get();
            if (!next.equals(now) && isServed(scheduler, next)) {
                now = next;
            }
        }
        scheduler.pause();
        boolean ended = Ending.of(workers, grace, told);
        scheduler.stop();
        return ended;
    }

    private void serve(Scheduler scheduler, List<CellTurns> now) {
        served = now.stream()
                .collect(Collectors.toMap(cell -> cell.timetable().cell().toString(), Function.identity()));
        served.forEach((name, cell) -> announce(scheduler, task.instance(name), cell));
    }

    /** Whether the database knows; if not, it is told again. */
    private boolean isServed(Scheduler scheduler, List<CellTurns> next) {
        try {
            serve(scheduler, next);
            return true;
        } catch (RuntimeException refused) {
            told.accept("The database does not know yet what is served now: " + refused);
            return false;
        }
    }

    private Scheduler scheduler(ExecutorService workers, int threads) {
        return Scheduler.create(database.source(), List.of(task))
                .tableName(TickDatabase.TABLE)
                .schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
                .serializer(new PlainText())
                .executorService(workers)
                .threads(threads)
                .pollingInterval(pace.poll())
                .heartbeatInterval(pace.heartbeat())
                .missedHeartbeatsLimit(4)
                .deleteUnresolvedAfter(NEVER)
                .addSchedulerListener(new Complaints(estate, told))
                .build();
    }

    /** A cell that nobody followed begins at its next tick; one whose schedule was changed is due by the new one. */
    private static void announce(Scheduler scheduler, TaskInstance<String> instance, CellTurns cell) {
        Standing beginning = cell.beginning();
        scheduler.scheduleIfNotExists(
                new TaskInstance<>(instance.getTaskName(), instance.getId(), beginning.toJson()), beginning.due());
        scheduler
                .getScheduledExecution(instance)
                .filter(kept -> !kept.isPicked())
                .ifPresent(kept -> corrected(scheduler, instance, cell, kept));
    }

    private static void corrected(
            Scheduler scheduler, TaskInstance<String> instance, CellTurns cell, ScheduledExecution<Object> kept) {
        Standing standing = cell.taken(Standing.read(String.valueOf(kept.getData())));
        Instant due = cell.wakeUp(standing);
        if (kept.getExecutionTime().isAfter(due)) {
            scheduler.reschedule(instance, due, standing.toJson());
        }
    }

    private CompletionHandler<String> turn(TaskInstance<String> instance) {
        CellTurns cell = served.get(instance.getId());
        if (cell == null) {
            return (complete, operations) ->
                    operations.reschedule(complete, Instant.now().plus(LEFT_TO_OTHERS));
        }
        Standing before = cell.taken(Standing.read(instance.getData()));
        return cell.wakeUp(before).isAfter(cell.clock().instant())
                ? at(cell.wakeUp(before), before)
                : cell.take(before)
                        .map(after -> at(cell.wakeUp(after), after))
                        .orElseGet(() -> at(cell.clock().instant(), before));
    }

    /** Where the cell stands is written together with when it is due. */
    private static CompletionHandler<String> at(Instant due, Standing standing) {
        return (complete, operations) -> operations.reschedule(complete, due, standing.toJson());
    }
}
