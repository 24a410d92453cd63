package dev.drift.aws.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Context;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SurroundingsTest {

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Surroundings surroundings = new Surroundings(
            new Quarantine(), new CheckedConfigurations(Path.of("nowhere")), Retirement.standard(), timer);

    @AfterEach
    void tearDown() {
        timer.shutdownNow();
    }

    @Test
    void whatIsDoneForAllDoesNotEndWithTheFirstWhoAsked() throws Exception {
        try (Context.CancellableContext caller = Context.ROOT.withCancellation()) {
            boolean cancelled = caller.call(() -> surroundings.forAll(() -> {
                caller.cancel(null);
                return Context.current().isCancelled();
            }));

            assertThat(cancelled).isFalse();
        }
    }

    @Test
    void whatIsDoneForAllIsBoundedInTime() throws Exception {
        assertThat(surroundings.forAll(() -> Context.current().getDeadline())).isNotNull();
        assertThat(Context.current().getDeadline()).isNull();
    }
}
