package dev.drift.config;

import java.util.Objects;

/**
 * One mistake in what the user gave us, said so that it can be put right.
 *
 * @param where the place of the mistake: {@code file:line:column}, an option's name, or empty if it has no place
 * @param message what is wrong, with the offending value; starts with a capital, never blank, never a secret
 */
public record Problem(String where, String message) {

    public Problem {
        Objects.requireNonNull(where, "where is null");
        Objects.requireNonNull(message, "message is null");
        if (message.isBlank()) {
            throw new IllegalArgumentException("Problem message is blank");
        }
    }

    /** A problem of the input as a whole. */
    public static Problem of(String message) {
        return new Problem("", message);
    }

    /** A problem at a place, such as {@code stacks/prod/stack.tm.hcl:3:10} or {@code --select}. */
    public static Problem at(String where, String message) {
        return new Problem(where, message);
    }

    /** One line for a human: the place, if there is one, then the message. */
    @Override
    public String toString() {
        return where.isEmpty() ? message : where + ": " + message;
    }
}
