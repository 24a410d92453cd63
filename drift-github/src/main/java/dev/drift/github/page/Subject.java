package dev.drift.github.page;

import static java.util.Objects.requireNonNull;

import dev.drift.render.Harmless;
import dev.drift.report.RunFacts;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a report is about. Runs about the same replace what the last of them wrote; runs about something else stand beside it.
 *
 * @param name for people: {@code drift / prod / eu-central-1}
 * @param key for finding again
 */
public record Subject(String name, String key) {

    private static final int LONGEST_PART = 80;

    public Subject {
        requireNonNull(name, "name is null");
        requireNonNull(key, "key is null");
    }

    /** What a preview is about: {@code drift preview / prod}. */
    static Subject ofPreview(RunFacts run) {
        return of(run).as("drift preview");
    }

    /** What a provisioning is about: {@code drift provision / prod}. */
    static Subject ofProvision(RunFacts run) {
        return of(run).as("drift provision");
    }

    private Subject as(String kind) {
        return new Subject(kind + name.substring("drift".length()), Digest.of(kind + "\n" + key));
    }

    /** By environment and region if the run was restricted to one of each and to nothing else, else by the selector. */
    public static Subject of(RunFacts run) {
        String cell = Stream.of("environment", "region")
                .flatMap(part -> run.from(part).map(value -> part + ":" + value).stream())
                .collect(Collectors.joining(","));
        boolean isCell = run.selector().isEmpty() || run.selector().equals(cell.toLowerCase(Locale.ROOT));
        Stream<String> parts = isCell
                ? Stream.of("environment", "region").flatMap(part -> run.from(part).stream())
                : Stream.of(run.selector());
        String name =
                Stream.concat(Stream.of("drift"), parts.map(Subject::shown)).collect(Collectors.joining(" / "));
        return new Subject(name, Digest.of(cell + "\n" + run.selector()));
    }

    private static String shown(String part) {
        return Harmless.shortened(Harmless.line(part), LONGEST_PART);
    }
}
