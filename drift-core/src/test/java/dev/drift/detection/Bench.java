package dev.drift.detection;

import dev.drift.diagnosis.Judge;
import dev.drift.diagnosis.RuleBook;
import dev.drift.diagnosis.StackOutcome;
import dev.drift.estate.Parallelism;
import dev.drift.observation.EnvironmentLease;
import dev.drift.observation.EnvironmentSource;
import dev.drift.observation.Observation;
import dev.drift.observation.ProbeException;
import dev.drift.stack.Stack;
import dev.drift.testing.RecordingEnvironments;
import dev.drift.testing.RecordingListener;
import dev.drift.testing.ScriptedProbe;
import dev.drift.testing.Stacks;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Collectors;

/** A detector with everything it needs, in the hands of a test; and the ways in which probes misbehave. */
final class Bench {

    static final DetectionSettings QUICK =
            new DetectionSettings(new Parallelism(4), Duration.ofMillis(300), Duration.ofMillis(300));

    final ScriptedProbe probe = new ScriptedProbe();
    final RecordingEnvironments environments = new RecordingEnvironments(Map.of("ACCOUNT", "prod"));
    final RecordingListener listener = new RecordingListener();

    DriftDetector detector(DetectionSettings settings) {
        return detector(settings, environments);
    }

    DriftDetector detector(DetectionSettings settings, EnvironmentSource source) {
        return new DriftDetector(probe, source, Judge.by(RuleBook.EMPTY), settings, listener, Clock.systemUTC());
    }

    Map<String, StackOutcome> outcomes(String... paths) {
        return outcomes(DetectionSettings.DEFAULT, paths);
    }

    Map<String, StackOutcome> outcomes(DetectionSettings settings, String... paths) {
        return byPath(
                detector(settings).check(Arrays.stream(paths).map(Stacks::stack).toList()));
    }

    List<String> lines(String path) {
        return listener.events(path).stream()
                .filter(StackEvent.Output.class::isInstance)
                .map(event -> ((StackEvent.Output) event).line())
                .toList();
    }

    static Map<String, StackOutcome> byPath(List<StackCheck> checks) {
        return checks.stream()
                .collect(Collectors.toMap(check -> check.stack().path().value(), StackCheck::outcome));
    }

    static String reason(StackOutcome outcome) {
        return ((StackOutcome.Unknown) outcome).reason();
    }

    /** Waits until it is interrupted, as a probe waits for its tool. */
    static Observation hang() {
        try {
            new CountDownLatch(1).await();
            throw new AssertionError("Nothing ends this wait");
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    /** Waits and does not listen to interrupts. */
    static void awaitStubbornly(CountDownLatch end) {
        while (end.getCount() > 0) {
            try {
                end.await();
            } catch (InterruptedException ignored) {
                // That is the point.
            }
        }
    }

    static void meet(CyclicBarrier others) {
        try {
            others.await();
        } catch (InterruptedException | BrokenBarrierException alone) {
            throw new IllegalStateException("The others did not come", alone);
        }
    }

    @SuppressWarnings("InfiniteRecursion")
    static Observation endless(int depth) {
        return endless(depth + 1);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    static <E extends Throwable> E sneaked(Throwable checked) throws E {
        throw (E) checked;
    }

    static Optional<Thread> threadOf(String path) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("drift-look " + path))
                .findFirst();
    }

    static EnvironmentSource source(Leasing leasing) {
        return new EnvironmentSource() {
            @Override
            public EnvironmentLease lease(Stack stack) throws ProbeException {
                return leasing.lease(stack);
            }

            @Override
            public void close() {
                // There is nothing behind this source.
            }
        };
    }

    /** The one interesting method of a source. */
    interface Leasing {
        EnvironmentLease lease(Stack stack) throws ProbeException;
    }
}
