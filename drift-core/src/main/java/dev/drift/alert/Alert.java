package dev.drift.alert;

import static java.util.Objects.requireNonNull;

import dev.drift.diagnosis.Severity;
import dev.drift.report.RunFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One message: what one run has to say on one route.
 *
 * @param route the name of the route
 * @param run which run
 * @param items the stacks, in the order of {@link AlertItem#ORDER}; at least one
 * @param open how many stacks the route knows to be in trouble now, those that are not told again among them
 */
public record Alert(String route, RunFacts run, List<AlertItem> items, int open) {

    public Alert {
        requireNonNull(route, "route is null");
        requireNonNull(run, "run is null");
        items = items.stream().sorted(AlertItem.ORDER).toList();
        if (items.isEmpty() || open < 0) {
            throw new IllegalArgumentException("A message says something");
        }
    }

    /** Same repository and route, same key: what one message opens another one closes. */
    public String key() {
        return "drift/" + run.from("repository").orElse("estate") + "/" + route;
    }

    /** The worst of what is not over. */
    public Optional<Severity> severity() {
        return items.stream()
                .filter(item -> item.change() != Change.RECOVERED)
                .flatMap(item -> item.severity().stream())
                .reduce(Severity::or);
    }

    /** In one sentence of ours, with the name of the repository as it is: {@code acme/infra: 2 new, 1 recovered; 4 open}. */
    public String title() {
        List<String> counts = new ArrayList<>();
        for (Change change : Change.values()) {
            long count = items.stream().filter(item -> item.change() == change).count();
            if (count > 0) {
                counts.add(count + " " + (change == Change.SAME ? "unchanged" : change.word()));
            }
        }
        return run.from("repository").map(name -> name + ": ").orElse("Drift: ") + String.join(", ", counts) + "; "
                + (open == 0 ? "nothing is open" : open + " open");
    }
}
