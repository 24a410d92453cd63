package dev.drift.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Collects every problem of one input, in the order they are met, so that the user hears of all of them at once.
 *
 * <p>Not safe for use by several threads.
 */
public final class Problems {

    private final List<Problem> found = new ArrayList<>();

    /** Notes a problem and goes on. */
    public Problems add(Problem problem) {
        found.add(Objects.requireNonNull(problem, "problem is null"));
        return this;
    }

    /** Notes a problem at a place and goes on. */
    public Problems add(String where, String message) {
        return add(Problem.at(where, message));
    }

    /** Notes all problems of another reader. */
    public Problems addAll(Iterable<Problem> problems) {
        problems.forEach(this::add);
        return this;
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** What was noted so far, in order; later additions do not show in it. */
    public List<Problem> all() {
        return List.copyOf(found);
    }

    /**
     * Ends the reading of the input.
     *
     * @throws InvalidConfigException with all problems, if there is any
     */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new InvalidConfigException(found);
        }
    }
}
