package dev.drift.cli.estate;

import dev.drift.alert.AlertFilter;
import dev.drift.alert.Change;
import dev.drift.config.SecretReference;
import dev.drift.diagnosis.Severity;
import dev.drift.estate.Region;
import dev.drift.estate.Residency;
import dev.drift.report.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Reads one alert route. */
final class RouteReader {

    private static final Function<String, Severity> SEVERITY =
            Choice.of("severity", Severity::word, List.of(Severity.values()));
    private static final Function<String, Verdict> VERDICT =
            Choice.of("verdict to alert of", Verdict::word, List.of(Verdict.DRIFTED, Verdict.UNKNOWN));
    private static final Function<String, Change> CHANGE = Choice.of("change", Change::word, Change.askedFor());

    private final String name;
    private final Section section;
    private final Function<String, SecretReference> reference;

    /** The reader of a route, with what its channel's address is read by. */
    RouteReader(String name, Node node, Words words, Function<String, SecretReference> reference) {
        this.reference = reference;
        this.name = name;
        this.section = Section.of(node, Known.ALERTS, words);
    }

    Optional<AlertRoute> route() {
        AlertFilter filter = filter();
        Duration reminder = section.made("reminder", section.time("reminder"), RouteReader::positive)
                .orElse(dev.drift.alert.AlertRoute.USUAL_REMINDER);
        Optional<Residency> residency = section.as("residency", Residency::new);
        return section.only(Known.CHANNELS)
                .flatMap(channel -> section.as(channel, reference)
                        .map(address -> new AlertRoute(name, channel, address, filter, reminder, residency)));
    }

    private AlertFilter filter() {
        AlertFilter filter = AlertFilter.EVERYTHING.atLeast(
                section.as("min_severity", SEVERITY).orElse(Severity.LOW));
        filter = narrowed(filter, "regions", Region::new, AlertFilter::in);
        filter = narrowed(filter, "verdicts", VERDICT, AlertFilter::hearing);
        return narrowed(filter, "changes", CHANGE, AlertFilter::told);
    }

    /** A list that names nothing would be a route that is never told: that is said, and not done. */
    private <T> AlertFilter narrowed(
            AlertFilter filter, String key, Function<String, T> form, BiFunction<AlertFilter, Set<T>, AlertFilter> to) {
        Optional<Node> list = section.value(key);
        List<T> wanted = section.items(key, form);
        if (list.isPresent()
                && list.get() instanceof Node.Items items
                && items.items().isEmpty()) {
            section.words().refuse(items.at(), "The list is empty: leave " + key + " out for all of them");
        }
        return wanted.isEmpty() ? filter : to.apply(filter, Set.copyOf(wanted));
    }

    private static Duration positive(Duration time) {
        return new dev.drift.alert.AlertRoute("reminder", AlertFilter.EVERYTHING, time).reminder();
    }
}
