package dev.drift.detection;

import static java.util.Objects.requireNonNull;

import dev.drift.diagnosis.Judge;
import dev.drift.observation.DriftProbe;
import dev.drift.observation.EnvironmentSource;
import dev.drift.stack.Stack;
import java.time.Clock;
import java.util.List;

/**
 * Looks at stacks side by side and judges each of them. What one stack does, be it a failure, an exception, an exhausted
 * memory or a hang, becomes its own unknown outcome and touches no other.
 *
 * <p>Every stack is looked at on a daemon thread that is its own meanwhile. A probe is told how much time it has and stops by itself; one that
 * does not is interrupted after its grace, and left behind if it still goes on: its stack is unknown, its place goes to the
 * next stack, its lease is closed, and what it does later is not listened to.
 *
 * <p>May be used any number of times and by several threads.
 */
public final class DriftDetector {

    private final Examiner examiner;
    private final String engine;
    private final DetectionSettings settings;
    private final DetectionListener listener;
    private final Clock clock;

    /**
     * A detector that leases variables from a source, which stays open, and tells a listener what happens. Durations are those
     * of the clock; time limits are real time.
     */
    public DriftDetector(
            DriftProbe probe,
            EnvironmentSource environments,
            Judge judge,
            DetectionSettings settings,
            DetectionListener listener,
            Clock clock) {
        this.examiner = new Examiner(probe, environments, judge, clock);
        this.engine = requireNonNull(probe.engine(), "engine is null");
        this.settings = requireNonNull(settings, "settings is null");
        this.listener = requireNonNull(listener, "listener is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /**
     * One check for every stack, in the order of the stacks, which is the order in which they are started.
     *
     * <p>Interrupting the calling thread cancels: no further stack is started, running probes are interrupted and waited for
     * as long as their grace lasts, and every stack that is not done is unknown because the run was cancelled. The list is
     * complete then too, and the thread is interrupted when it is returned.
     */
    public List<StackCheck> check(List<Stack> stacks) {
        return new Detection(this, stacks).run();
    }

    Examiner examiner() {
        return examiner;
    }

    String engine() {
        return engine;
    }

    DetectionSettings settings() {
        return settings;
    }

    DetectionListener listener() {
        return listener;
    }

    Clock clock() {
        return clock;
    }
}
