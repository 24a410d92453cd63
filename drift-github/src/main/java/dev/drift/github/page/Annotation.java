package dev.drift.github.page;

import static java.util.Objects.requireNonNull;

import dev.drift.diagnosis.Severity;
import dev.drift.diagnosis.StackOutcome;
import dev.drift.render.Harmless;
import dev.drift.report.DriftReport;
import dev.drift.report.StackReport;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What GitHub shows beside the code of a stack that needs somebody.
 *
 * @param file a file of the stack, seen from the root of the repository, with slashes
 * @param level how loud
 * @param title which stack
 * @param message what is the matter with it, on one line
 */
public record Annotation(String file, Level level, String title, String message) {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_MESSAGE = 600;
    private static final int MOST_NAMES = 5;

    /** How loud an annotation is. */
    public enum Level {
        /** Drift of low or medium severity. */
        WARNING("warning"),
        /** Drift of high or critical severity, or a stack of which nothing can be said. */
        FAILURE("failure");

        private final String word;

        Level(String word) {
            this.word = word;
        }

        /** What a check run calls it. */
        public String word() {
            return word;
        }
    }

    public Annotation {
        requireNonNull(file, "file is null");
        requireNonNull(level, "level is null");
        requireNonNull(title, "title is null");
        requireNonNull(message, "message is null");
    }

    /**
     * One for each stack that is drifted or unknown, worst first.
     *
     * @param workspace the root of the checkout; stacks outside of it have no file there and no annotation
     */
    public static List<Annotation> of(DriftReport report, Path workspace) {
        return new DriftPage(report)
                .troubled().stream()
                        .filter(stack -> isInside(stack, workspace))
                        .map(stack -> of(stack, workspace))
                        .toList();
    }

    private static Annotation of(StackReport stack, Path workspace) {
        String title = Harmless.shortened(
                Harmless.line(stack.stack().path() + " is " + stack.verdict().word()), LONGEST_TITLE);
        return new Annotation(
                file(stack, workspace), level(stack), title, Harmless.shortened(message(stack), LONGEST_MESSAGE));
    }

    private static String message(StackReport stack) {
        if (stack.outcome() instanceof StackOutcome.Unknown unknown) {
            return Harmless.line(unknown.phase().word() + ": " + unknown.reason());
        }
        List<String> names = stack.outcome().findings().drift().stream()
                .map(finding -> Harmless.line(finding.address().toString()))
                .toList();
        String shown = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
        return Count.of(names.size(), "resource") + " drifted: " + shown
                + (names.size() > MOST_NAMES ? " and " + (names.size() - MOST_NAMES) + " more" : "");
    }

    private static Level level(StackReport stack) {
        boolean loud = stack.outcome() instanceof StackOutcome.Unknown
                || stack.severity()
                        .filter(each -> each.compareTo(Severity.HIGH) >= 0)
                        .isPresent();
        return loud ? Level.FAILURE : Level.WARNING;
    }

    private static boolean isInside(StackReport stack, Path workspace) {
        return stack.stack().directory().normalize().startsWith(workspace.normalize());
    }

    private static String file(StackReport stack, Path workspace) {
        Path directory =
                workspace.normalize().relativize(stack.stack().directory().normalize());
        return directory.resolve("stack.tm.hcl").toString().replace('\\', '/');
    }
}
