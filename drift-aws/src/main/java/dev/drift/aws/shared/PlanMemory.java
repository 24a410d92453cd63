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
 * @param otherwise what is done with a stack of which no such plan is remembered
 */
public record PlanMemory(Duration age, String circumstances, Otherwise otherwise) {

    /** Every look is a plan. */
    public static final PlanMemory NONE = new PlanMemory(Duration.ZERO, "", Otherwise.PLANNED);

    /** A day. */
    public static final PlanMemory STANDARD = new PlanMemory(Duration.ofHours(24), "", Otherwise.PLANNED);

    public PlanMemory {
        requireNonNull(circumstances, "circumstances is null");
        requireNonNull(otherwise, "otherwise is null");
        if (age.isNegative()) {
            throw new IllegalArgumentException("The age of a plan must not be negative: " + age);
        }
    }

    /** What is done with a stack of which no plan is remembered that still stands (design 6). */
    public enum Otherwise {
        /** It is planned. */
        PLANNED,
        /** Its objects are read all the same, where the code says by literals how; what the code asks for stays open. */
        READ
    }

    /** The same for another time. */
    public PlanMemory lasting(Duration time) {
        return new PlanMemory(time, circumstances, otherwise);
    }

    /** The same under other circumstances. */
    public PlanMemory under(String others) {
        return new PlanMemory(age, others, otherwise);
    }

    /** The same with something else done where nothing is remembered. */
    public PlanMemory otherwise(Otherwise done) {
        return new PlanMemory(age, circumstances, done);
    }

    /** Whether a stack may be read without being planned. */
    public boolean spares() {
        return !age.isZero() || otherwise == Otherwise.READ;
    }
}
