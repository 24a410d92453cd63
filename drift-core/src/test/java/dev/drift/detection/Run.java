package dev.drift.detection;

import dev.drift.stack.Stack;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** A detection on a thread of its own, so that a test can cancel it. */
record Run(Thread thread, FutureTask<List<StackCheck>> checks, AtomicBoolean interrupted) {

    static Run of(DriftDetector detector, Stack... stacks) {
        AtomicBoolean interrupted = new AtomicBoolean();
        FutureTask<List<StackCheck>> task = new FutureTask<>(() -> {
            List<StackCheck> checks = detector.check(List.of(stacks));
            interrupted.set(Thread.currentThread().isInterrupted());
            return checks;
        });
        Thread thread = new Thread(task, "detection under test");
        thread.setDaemon(true);
        thread.start();
        return new Run(thread, task, interrupted);
    }

    /** Interrupts the detection and waits for what it answers. */
    List<StackCheck> cancel() {
        interrupt();
        return answer();
    }

    void interrupt() {
        thread.interrupt();
    }

    List<StackCheck> answer() {
        try {
            return checks.get(30, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException failed) {
            throw new AssertionError("The cancelled detection did not answer", failed);
        }
    }

    boolean isInterrupted() {
        return interrupted.get();
    }
}
