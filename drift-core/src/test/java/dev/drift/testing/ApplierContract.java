package dev.drift.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.drift.observation.CodeSide;
import dev.drift.observation.EnvironmentLease;
import dev.drift.observation.ProbeException;
import dev.drift.observation.ProbePhase;
import dev.drift.observation.ProbeRequest;
import dev.drift.provision.Applier;
import dev.drift.provision.ApplyResult;
import dev.drift.provision.HeldPlan;
import dev.drift.stack.Stack;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What every {@link Applier} keeps. */
public abstract class ApplierContract {

    private static final Duration LONG = Duration.ofMinutes(5);

    /** The applier, the same one for the whole test. */
    protected abstract Applier applier();

    /** A stack that was never applied, whose plan creates something. */
    protected abstract Stack fresh();

    /** A stack whose plan cannot be made. */
    protected abstract Stack unplannable();

    /** A stack whose apply fails. */
    protected abstract Stack unappliable();

    /** A stack whose plan lasts longer than five minutes and prints a line when it has begun. */
    protected abstract Stack lasting();

    /** Whether anything of a plan that was made lies anywhere still, or anything goes on. */
    protected abstract boolean isAnythingLeft();

    @Test
    void appliesWhatItPlannedAndThenThereIsNothingToApply() throws ProbeException {
        try (HeldPlan plan = applier().plan(request(fresh()))) {
            assertThat(plan.isEmpty()).isFalse();
            assertThat(plan.seen().codeSide())
                    .isInstanceOfSatisfying(
                            CodeSide.Seen.class,
                            code -> assertThat(code.planned()).isNotEmpty());
            assertThat(plan.apply()).isInstanceOf(ApplyResult.Complete.class);
            assertThatThrownBy(plan::apply).isInstanceOf(IllegalStateException.class);
        }
        try (HeldPlan again = applier().plan(request(fresh()))) {
            assertThat(again.isEmpty()).isTrue();
        }
        assertThat(isAnythingLeft()).isFalse();
    }

    @Test
    void changesNothingByAPlanThatIsDiscarded() throws ProbeException {
        HeldPlan discarded = applier().plan(request(fresh()));
        discarded.close();
        discarded.close();

        assertThatThrownBy(discarded::apply).isInstanceOf(IllegalStateException.class);
        assertThat(isAnythingLeft()).isFalse();
        try (HeldPlan plan = applier().plan(request(fresh()))) {
            assertThat(plan.isEmpty()).isFalse();
        }
    }

    @Test
    void saysWhyItCannotPlan() {
        ProbeException thrown =
                catchThrowableOfType(ProbeException.class, () -> applier().plan(request(unplannable())));

        assertThat(thrown).isNotNull();
        assertThat(thrown.phase()).isNotIn(ProbePhase.TIMEOUT, ProbePhase.CANCELLED);
        assertThat(thrown.reason()).isNotBlank().doesNotContain("\n");
        assertThat(isAnythingLeft()).isFalse();
    }

    @Test
    void saysWhyItCannotApply() throws ProbeException {
        try (HeldPlan plan = applier().plan(request(unappliable()))) {
            assertThat(plan.apply())
                    .isInstanceOfSatisfying(
                            ApplyResult.Incomplete.class,
                            result -> assertThat(result.reason()).isNotBlank().doesNotContain("\n"));
        }
        assertThat(isAnythingLeft()).isFalse();
    }

    @Test
    void appliesToTheEndOnAnInterruptedThread() throws ProbeException {
        try (HeldPlan plan = applier().plan(request(fresh()))) {
            Thread.currentThread().interrupt();

            assertThat(plan.apply()).isInstanceOf(ApplyResult.Complete.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void stopsPlanningWhenItsTimeIsOver() {
        ProbeException thrown = catchThrowableOfType(
                ProbeException.class,
                () -> applier()
                        .plan(new ProbeRequest(
                                lasting(), EnvironmentLease.of(Map.of()), Duration.ofSeconds(1), line -> {})));

        assertThat(thrown).isNotNull();
        assertThat(thrown.phase()).isEqualTo(ProbePhase.TIMEOUT);
        assertThat(isAnythingLeft()).isFalse();
    }

    @Test
    void stopsPlanningWhenInterrupted() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        FutureTask<HeldPlan> planning = new FutureTask<>(() -> applier()
                .plan(new ProbeRequest(lasting(), EnvironmentLease.of(Map.of()), LONG, line -> begun.countDown())));
        Thread thread = new Thread(planning, "interrupted planning");
        thread.setDaemon(true);
        thread.start();
        assertThat(begun.await(1, TimeUnit.MINUTES))
                .as("the planning has begun")
                .isTrue();

        thread.interrupt();

        assertThatThrownBy(() -> planning.get(1, TimeUnit.MINUTES))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        ProbeException.class,
                        stopped -> assertThat(stopped.phase()).isEqualTo(ProbePhase.CANCELLED));
        assertThat(isAnythingLeft()).isFalse();
    }

    /** A plan of the stack with nothing leased and time enough. */
    protected static ProbeRequest request(Stack stack) {
        return new ProbeRequest(stack, EnvironmentLease.of(Map.of()), LONG, line -> {});
    }
}
