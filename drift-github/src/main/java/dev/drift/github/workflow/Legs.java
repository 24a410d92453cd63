package dev.drift.github.workflow;

import dev.drift.estate.Cell;
import dev.drift.estate.Environment;
import dev.drift.estate.EstateDefinition;
import dev.drift.stack.Stack;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The jobs that look at an environment side by side: one for each of its cells, and each divided into equal shares if one holds
 * too many stacks.
 *
 * @param regions the regions of the cells, {@code global} for the stacks without one; none to look at the environment as a whole
 * @param shards how many shares each is divided into
 */
record Legs(List<String> regions, int shards) {

    static final String GLOBAL = "global";

    Legs {
        regions = List.copyOf(regions);
    }

    static Legs of(Environment environment, EstateDefinition estate, Collection<Stack> stacks, int stacksPerJob) {
        List<String> regions = estate.cells(stacks).stream()
                .filter(cell -> cell.environment().filter(environment::equals).isPresent())
                .map(Legs::region)
                .toList();
        long most = stacks.stream()
                .map(estate::cellOf)
                .filter(cell -> cell.environment().filter(environment::equals).isPresent())
                .collect(Collectors.groupingBy(Legs::region, Collectors.counting()))
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(1);
        return new Legs(regions, (int) ((most + stacksPerJob - 1) / stacksPerJob));
    }

    int count() {
        return Math.max(1, regions.size()) * shards;
    }

    boolean isSharded() {
        return shards > 1;
    }

    /** As JSON within the single quotes of an expression. */
    String regionsJson() {
        return regions.stream().collect(Collectors.joining("\",\"", "'[\"", "\"]'"));
    }

    String shardList() {
        return IntStream.rangeClosed(1, shards)
                .mapToObj(number -> "\"" + number + "/" + shards + "\"")
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String region(Cell cell) {
        return cell.region().map(region -> region.name()).orElse(GLOBAL);
    }
}
