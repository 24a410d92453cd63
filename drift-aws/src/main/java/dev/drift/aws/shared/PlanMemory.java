package dev.drift.aws.shared;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * For how long a full plan in which nothing moved is remembered, so that a stack of which nothing else changed is only read and
 * not planned.
 *
 * @param age how old a plan may become; zero where every look is a plan
 * @param circumstances what plans depend on that is seen neither in the code nor in the environment, such as the tool that was
 *     asked for: under others, a plan is not remembered
 */
public record PlanMemory(Duration age, String circumstances) {

    /** Every look is a plan. */
    public static final PlanMemory NONE = new PlanMemory(Duration.ZERO, "");

    /** A day. */
    public static final PlanMemory STANDARD = new PlanMemory(Duration.ofHours(24), "");

    public PlanMemory {
        requireNonNull(circumstances, "circumstances is null");
        if (age.isNegative()) {
            throw new IllegalArgumentException("The age of a plan must not be negative: " + age);
        }
    }

    /** The same for another time. */
    public PlanMemory lasting(Duration time) {
        return new PlanMemory(time, circumstances);
    }

    /** The same under other circumstances. */
    public PlanMemory under(String others) {
        return new PlanMemory(age, others);
    }

    /** Whether anything is remembered. */
    public boolean isAny() {
        return !age.isZero();
    }
}
