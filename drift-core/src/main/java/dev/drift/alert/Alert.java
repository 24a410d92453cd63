package dev.drift.alert;

import static java.util.Objects.requireNonNull;

import dev.drift.diagnosis.Severity;
import dev.drift.estate.Cell;
import dev.drift.report.RunFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One message: what one run has to say on one route.
 *
 * @param route the name of the route
 * @param run which run
 * @param items the stacks, in the order of {@link AlertItem#ORDER}; at least one
 * @param open how many stacks the route knows to be in trouble now, those that are not told again among them
 * @param openIn how many of them are in which cell; those of which that is not remembered are in none
 */
public record Alert(String route, RunFacts run, List<AlertItem> items, int open, Map<Cell, Integer> openIn) {

    public Alert {
        requireNonNull(route, "route is null");
        requireNonNull(run, "run is null");
        items = items.stream().sorted(AlertItem.ORDER).toList();
        openIn = Map.copyOf(openIn);
        if (items.isEmpty()
                || openIn.values().stream().anyMatch(count -> count < 0)
                || openIn.values().stream().mapToInt(count -> count).sum() > open) {
            throw new IllegalArgumentException("A message says something, and no cell has more open than there is");
        }
    }

    /** Same repository and route, same key: what one message opens another one closes. */
    public String key() {
        return "drift/" + run.from("repository").orElse("estate") + "/" + route;
    }

    /** The cells that it says something of, in the order of its items. */
    public List<Cell> cells() {
        return items.stream().map(AlertItem::cell).distinct().toList();
    }

    /** What it says of one of its {@link #cells}, and what is open there. */
    public Alert in(Cell cell) {
        int there = openIn.getOrDefault(cell, 0);
        List<AlertItem> told =
                items.stream().filter(item -> item.cell().equals(cell)).toList();
        return new Alert(route, run, told, there, Map.of(cell, there));
    }

    /** The worst of what is not over. */
    public Optional<Severity> severity() {
        return items.stream()
                .filter(item -> item.change() != Change.RECOVERED)
                .flatMap(item -> item.severity().stream())
                .reduce(Severity::or);
    }

    /** Whether nobody knows what was told before: then it tells of everything that is open and of nothing that is over. */
    private boolean isForgetful() {
        return items.stream().anyMatch(item -> item.change() == Change.OPEN);
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
                + (isForgetful()
                        ? "what was told before is not known"
                        : open == 0 ? "nothing is open" : open + " open");
    }
}
