package dev.drift.cli;

import dev.drift.cli.estate.DriftFile;
import dev.drift.cli.estate.RunMemory;
import dev.drift.config.InvalidConfigException;
import dev.drift.config.Problems;
import dev.drift.estate.Cell;
import dev.drift.estate.Environment;
import dev.drift.estate.EstateDefinition;
import dev.drift.history.InMemoryHistory;
import dev.drift.history.ReportHistory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where the environments of an estate are remembered, as drift.yaml says.
 *
 * @param places by the name that environments call them; those alone that an environment names
 */
record Memories(EstateDefinition estate, Map<String, MemoryPlace> places) {

    Memories {
        places = Map.copyOf(places);
    }

    /** What the file says; what is wrong with it is added to the problems. */
    static Memories of(DriftFile file, Surroundings surroundings, Problems problems) {
        Map<String, MemoryPlace> places = new LinkedHashMap<>();
        for (RunMemory written : file.kept().memory()) {
            boolean named = file.estate().environments().stream()
                    .anyMatch(defined -> defined.duties().memory().equals(Optional.of(written.name())));
            try {
                if (named) {
                    places.put(written.name(), MemoryPlace.of(written, surroundings));
                }
            } catch (InvalidConfigException wrong) {
                wrong.problems()
                        .forEach(problem -> problems.add(DutyOptions.at("memory", written.name()), problem.message()));
            }
        }
        return new Memories(file.estate(), places);
    }

    /** Where an environment is remembered, if the file says so. */
    Optional<MemoryPlace> of(Environment environment) {
        return estate.of(environment)
                .flatMap(defined -> defined.duties().memory())
                .flatMap(name -> Optional.ofNullable(places.get(name)));
    }

    /** The history of each cell; of those that are remembered nowhere in particular the other one. Empty if there is none at all. */
    Optional<Function<Cell, ReportHistory>> histories(Optional<ReportHistory> otherwise) {
        ReportHistory other = otherwise.orElseGet(InMemoryHistory::new);
        Function<Cell, ReportHistory> histories = cell -> cell.environment()
                .flatMap(this::of)
                .map(place -> place.history(cell))
                .orElse(other);
        return otherwise.isPresent() || !places.isEmpty() ? Optional.of(histories) : Optional.empty();
    }
}
