package dev.drift.catalog;

import dev.drift.config.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** The stacks cannot be listed. Carries every problem found, each with file and line where there is one. */
public final class CatalogException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** With everything that is wrong; at least one problem. */
    public CatalogException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, in the order found. */
    public List<Problem> problems() {
        return problems;
    }
}
