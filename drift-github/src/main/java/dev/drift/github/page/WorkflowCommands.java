package dev.drift.github.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Annotations as commands of a GitHub Actions workflow, one on each line. A step shows ten warnings and ten errors; the last of
 * each says how many are missing.
 */
public final class WorkflowCommands {

    private static final int MOST = 10;

    private WorkflowCommands() {}

    /** The lines for a job to print. */
    public static List<String> of(List<Annotation> annotations) {
        return Stream.of(Annotation.Level.FAILURE, Annotation.Level.WARNING)
                .flatMap(level ->
                        of(
                                level,
                                annotations.stream()
                                        .filter(annotation -> annotation.level() == level)
                                        .toList())
                                .stream())
                .toList();
    }

    private static List<String> of(Annotation.Level level, List<Annotation> annotations) {
        int shown = annotations.size() > MOST ? MOST - 1 : annotations.size();
        List<String> lines = new ArrayList<>(annotations.stream()
                .limit(shown)
                .map(annotation ->
                        "::" + word(level) + " file=" + property(annotation.file()) + ",line=" + annotation.line()
                                + ",title=" + property(annotation.title()) + "::" + text(annotation.message()))
                .toList());
        if (shown < annotations.size()) {
            lines.add("::" + word(level) + " title=Drift::" + (annotations.size() - shown)
                    + " more, named in the job summary");
        }
        return lines;
    }

    private static String word(Annotation.Level level) {
        return level == Annotation.Level.FAILURE ? "error" : level.word().toLowerCase(Locale.ROOT);
    }

    private static String property(String value) {
        return text(value).replace(":", "%3A").replace(",", "%2C");
    }

    private static String text(String value) {
        return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }
}
