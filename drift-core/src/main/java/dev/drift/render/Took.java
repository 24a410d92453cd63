package dev.drift.render;

import dev.drift.report.RunFacts;
import java.time.Duration;
import java.util.Locale;

/** How long a run took: {@code 2.4 s}, {@code 3 min 20 s}. */
final class Took {

    private Took() {}

    static String words(RunFacts run) {
        Duration took = Duration.between(run.startedAt(), run.finishedAt());
        return took.toMinutes() > 0
                ? took.toMinutes() + " min " + took.toSecondsPart() + " s"
                : String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0);
    }
}
