package dev.drift.github.page;

import static java.util.Objects.requireNonNull;

import dev.drift.render.MarkdownText;
import dev.drift.report.RunFacts;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The last line of what is written: from which run it comes. It is not counted as something new.
 *
 * @param run where the run can be watched, if it can
 */
public record Footer(Optional<String> run) {

    private static final Pattern ADDRESS = Pattern.compile("https?://[\\w.:\\[\\]-]+(/[\\w.%~-]+)*");

    public Footer {
        requireNonNull(run, "run is null");
        run = run.filter(address -> ADDRESS.matcher(address).matches());
    }

    /** The line for a run. */
    public String of(RunFacts facts) {
        return Stream.of(
                        run.map(address -> "[Run](" + address + ")"),
                        facts.from("commit").map(commit -> "commit " + MarkdownText.code(shortened(commit))),
                        Optional.of("report " + MarkdownText.code(shortened(facts.id()))),
                        Optional.of("Drift " + MarkdownText.code(shortened(facts.version()))))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · ", "\n---\n", "\n"));
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) : text;
    }
}
