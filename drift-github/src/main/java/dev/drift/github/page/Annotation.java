package dev.drift.github.page;

import static java.util.Objects.requireNonNull;

import dev.drift.diagnosis.Severity;
import dev.drift.diagnosis.StackOutcome;
import dev.drift.preview.Formatting;
import dev.drift.preview.Planning;
import dev.drift.preview.PreviewReport;
import dev.drift.preview.PreviewResult;
import dev.drift.preview.StackPreview;
import dev.drift.preview.Validation;
import dev.drift.render.Harmless;
import dev.drift.report.DriftReport;
import dev.drift.report.StackReport;
import dev.drift.stack.Stack;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What GitHub shows beside the code of a stack that needs somebody.
 *
 * @param file a file of the stack, seen from the root of the repository, with slashes
 * @param line which line of it, counted from 1
 * @param level how loud
 * @param title which stack
 * @param message what is the matter with it, on one line
 */
public record Annotation(String file, int line, Level level, String title, String message) {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_MESSAGE = 600;
    private static final int MOST_NAMES = 5;
    private static final int MOST_OF_A_STACK = 20;

    /** How loud an annotation is. */
    public enum Level {
        /** Drift of low or medium severity, or code that works and should not stay so. */
        WARNING("warning"),
        /** Drift of high or critical severity, or a stack of which nothing can be said, or code that is not valid. */
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
        if (line < 1) {
            throw new IllegalArgumentException("Lines are counted from 1: " + line);
        }
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
                        .filter(stack -> isInside(stack.stack(), workspace))
                        .map(stack -> of(stack, workspace))
                        .toList();
    }

    /**
     * What a preview has to say beside the code: what makes it invalid and what a tool warns of, files that are not formatted, and
     * stacks that could not be planned.
     *
     * @param workspace the root of the checkout
     */
    public static List<Annotation> of(PreviewReport preview, Path workspace) {
        return preview.stacks().stream()
                .flatMap(stack -> of(stack, workspace).stream())
                .toList();
    }

    private static List<Annotation> of(StackPreview stack, Path workspace) {
        List<Annotation> annotations = new ArrayList<>();
        stack.validation().diagnostics().stream()
                .limit(MOST_OF_A_STACK)
                .forEach(said -> said.place()
                        .filter(place -> isPlain(place.file()))
                        .ifPresent(place -> annotations.add(of(said, place))));
        if (stack.formatting() instanceof Formatting.Unformatted unformatted) {
            unformatted.files().stream()
                    .filter(Annotation::isPlain)
                    .limit(MOST_OF_A_STACK)
                    .forEach(file -> annotations.add(
                            new Annotation(file, 1, Level.WARNING, "Not formatted", "Run the formatter of its tool")));
        }
        if (stack.planning() instanceof Planning.NotPlanned unplanned
                && stack.result() == PreviewResult.UNKNOWN
                && isInside(stack.stack(), workspace)) {
            annotations.add(new Annotation(
                    file(stack.stack(), workspace),
                    1,
                    Level.FAILURE,
                    Harmless.shortened(Harmless.line(stack.stack().path() + " could not be planned"), LONGEST_TITLE),
                    Harmless.shortened(
                            Harmless.line(unplanned.phase().word() + ": " + unplanned.reason()), LONGEST_MESSAGE)));
        }
        return annotations;
    }

    private static Annotation of(Validation.Diagnostic said, Validation.Place place) {
        return new Annotation(
                place.file(),
                place.line(),
                said.error() ? Level.FAILURE : Level.WARNING,
                Harmless.shortened(Harmless.line(said.summary()), LONGEST_TITLE),
                Harmless.shortened(
                        Harmless.line(said.detail().isBlank() ? said.summary() : said.detail()), LONGEST_MESSAGE));
    }

    /** Whether it is a file inside of the repository, as GitHub names them. */
    private static boolean isPlain(String file) {
        return !file.isBlank()
                && file.length() <= LONGEST_MESSAGE
                && file.equals(Harmless.line(file))
                && !file.startsWith("/")
                && Stream.of(file.split("/", -1)).noneMatch(part -> part.equals("..") || part.equals("."));
    }

    private static Annotation of(StackReport stack, Path workspace) {
        String title = Harmless.shortened(
                Harmless.line(stack.stack().path() + " is " + stack.verdict().word()), LONGEST_TITLE);
        return new Annotation(
                file(stack.stack(), workspace),
                1,
                level(stack),
                title,
                Harmless.shortened(message(stack), LONGEST_MESSAGE));
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

    private static boolean isInside(Stack stack, Path workspace) {
        return stack.directory().normalize().startsWith(workspace.normalize());
    }

    private static String file(Stack stack, Path workspace) {
        Path directory = workspace.normalize().relativize(stack.directory().normalize());
        return directory.resolve("stack.tm.hcl").toString().replace('\\', '/');
    }
}
