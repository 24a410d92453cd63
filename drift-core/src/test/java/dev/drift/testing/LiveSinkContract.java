package dev.drift.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.detection.DetectionListener;
import dev.drift.detection.StackEvent;
import dev.drift.sink.Delivery;
import dev.drift.sink.LiveSink;
import dev.drift.stack.Stack;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link LiveSink} keeps, beside what every listener keeps. */
public abstract class LiveSinkContract extends DetectionListenerContract {

    /** A sink whose place takes what it is told. */
    protected abstract LiveSink sink();

    @Override
    protected DetectionListener listener() {
        return sink();
    }

    @Test
    void deliversNothingOfARunWithoutStacks() {
        assertThat(sink().finish()).isEmpty();
    }

    @Test
    void saysWhatBecameOfEachStackRunByRun() {
        LiveSink sink = sink();
        for (int run = 1; run <= 2; run++) {
            tell(sink, stack("a"));
            tell(sink, stack("b"));

            List<Delivery> deliveries = sink.finish();

            assertThat(deliveries)
                    .hasSize(2)
                    .allSatisfy(delivery ->
                            assertThat(delivery.destination()).isNotBlank().doesNotContain("\n"));
        }
    }

    @Test
    void endsWhatNobodyJudged() {
        LiveSink sink = sink();
        sink.on(new StackEvent.Started(stack("a")));

        assertThat(sink.finish()).hasSize(1);
        assertThat(sink.finish()).isEmpty();
    }

    private static Stack stack(String name) {
        return Stacks.identified(Stacks.stack("/stacks/" + name), "id-" + name);
    }

    private static void tell(LiveSink sink, Stack stack) {
        sink.on(new StackEvent.Started(stack));
        sink.on(new StackEvent.Output(stack, "a line"));
        sink.on(new StackEvent.Judged(Reports.check(stack, Outcomes.scaledTo(3))));
    }
}
