package dev.drift.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.detection.DetectionListener;
import dev.drift.detection.StackEvent;
import dev.drift.stack.Stack;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What every {@link DetectionListener} keeps. */
public abstract class DetectionListenerContract {

    private static final int LINES = 200;

    /** The listener. */
    protected abstract DetectionListener listener();

    @Test
    void listensToSeveralStacksAtOnceAndReturnsQuickly() {
        DetectionListener listener = listener();
        long start = System.nanoTime();

        Together.call(8, number -> tell(listener, Stacks.stack("/stacks/s" + number)));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void bearsAnyLine() {
        DetectionListener listener = listener();
        Stack stack = Stacks.stack("/stacks/web");

        listener.on(new StackEvent.Started(stack));
        listener.on(new StackEvent.Output(stack, ""));
        listener.on(new StackEvent.Output(stack, "\u001b[2J\r::error::\u0000\ud800 100% %s {} \u202e"));
        listener.on(new StackEvent.Output(stack, "x".repeat(1_000_000)));
        listener.on(new StackEvent.Judged(Reports.check(stack, Outcomes.unknown("%n \u001b]0;x\u0007"))));
    }

    @Test
    void bearsAStackThatIsJudgedWithoutBeingStarted() {
        listener().on(new StackEvent.Judged(Reports.check(Stacks.stack("/stacks/web"), Outcomes.unknown("cancelled"))));
    }

    private static boolean tell(DetectionListener listener, Stack stack) {
        listener.on(new StackEvent.Started(stack));
        for (int line = 0; line < LINES; line++) {
            listener.on(new StackEvent.Output(stack, "line " + line));
        }
        listener.on(new StackEvent.Judged(Reports.check(stack, Outcomes.scaledTo(3))));
        return true;
    }
}
