package dev.drift.provision;

import static java.util.Objects.requireNonNull;

import dev.drift.observation.Observation;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * A plan that was made and is held until it is applied or discarded. It is applied at most once, and closing it deletes it,
 * applied or not. Used by one thread at a time.
 */
public final class HeldPlan implements AutoCloseable {

    private final Observation seen;
    private final boolean empty;
    private final Supplier<ApplyResult> applying;
    private final Runnable discarding;
    private final AtomicBoolean used = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();

    private HeldPlan(Observation seen, boolean empty, Supplier<ApplyResult> applying, Runnable discarding) {
        this.seen = requireNonNull(seen, "seen is null");
        this.empty = empty;
        this.applying = requireNonNull(applying, "applying is null");
        this.discarding = requireNonNull(discarding, "discarding is null");
    }

    /** A plan that changes something, what applies it, and what deletes it. Both are called at most once. */
    public static HeldPlan of(Observation seen, Supplier<ApplyResult> applying, Runnable discarding) {
        return new HeldPlan(seen, false, applying, discarding);
    }

    /** A plan by which nothing is to be done, neither to objects nor to outputs nor to the state, and what deletes it. */
    public static HeldPlan ofNothing(Observation seen, Runnable discarding) {
        return new HeldPlan(
                seen,
                true,
                () -> {
                    throw new IllegalStateException("There is nothing to apply");
                },
                discarding);
    }

    /** What the plan shows; it holds values in clear. */
    public Observation seen() {
        return seen;
    }

    /** Whether there is nothing to apply. */
    public boolean isEmpty() {
        return empty;
    }

    /**
     * Applies exactly this plan and waits for the end of it.
     *
     * @throws IllegalStateException if it was applied or discarded before, or is empty
     */
    public ApplyResult apply() {
        if (closed.get() || !used.compareAndSet(false, true)) {
            throw new IllegalStateException("A plan is applied once, before it is discarded");
        }
        return applying.get();
    }

    /** Deletes the plan. Closing twice does nothing more. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            discarding.run();
        }
    }
}
