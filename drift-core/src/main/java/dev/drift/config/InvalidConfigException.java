package dev.drift.config;

import java.util.List;
import java.util.stream.Collectors;

/** What the user gave us cannot be used. Carries every problem found; the message has one line for each. */
public final class InvalidConfigException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** Of one or more problems, in the order the user should read them. */
    public InvalidConfigException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("An invalid configuration has at least one problem");
        }
        this.problems = List.copyOf(problems);
    }

    /** Of a single problem. */
    public static InvalidConfigException of(Problem problem) {
        return new InvalidConfigException(List.of(problem));
    }

    /** At least one, in the order they were found. */
    public List<Problem> problems() {
        return problems;
    }
}
