package dev.drift.provision;

import static java.util.Objects.requireNonNull;

/** A sink that shows plans to people could not show one, so the plan must not be applied. */
public final class PlanNotShownException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why, in one line free of secrets, such as {@code standard error cannot be written}. */
    public PlanNotShownException(String reason) {
        super(requireNonNull(reason, "reason is null"));
    }
}
