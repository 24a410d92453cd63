package dev.drift.cli.doctor;

import static java.util.Objects.requireNonNull;

import dev.drift.aws.credentials.AssumedRoles;
import dev.drift.aws.credentials.Identity;
import dev.drift.aws.credentials.OwnCredentials;
import dev.drift.aws.credentials.Role;
import dev.drift.aws.state.StateStore;
import dev.drift.estate.Cell;
import dev.drift.estate.EstateDefinition;
import dev.drift.observation.EnvironmentSource;
import dev.drift.stack.Stack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Whether the credentials of each cell can be had, and the states of its stacks be read with them, of a few stacks of each cell.
 * Roles are taken and states asked for as a run would; nothing is written.
 *
 * @param environment the variables that tools would be run with
 */
public record AccessExamination(EstateDefinition estate, Collection<Stack> stacks, Map<String, String> environment) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int SIDE_BY_SIDE = 8;

    public AccessExamination {
        requireNonNull(estate, "estate is null");
        stacks = List.copyOf(stacks);
        environment = Map.copyOf(environment);
    }

    /** What is wrong, by cell, found within a minute; a cell that took longer is said. */
    public List<Finding> findings() {
        TreeMap<String, CellExamination> cells = new TreeMap<>();
        try (StateStore states = StateStore.standard();
                EnvironmentSource own = OwnCredentials.of(Identity.ambient())
                        .within(environment)
                        .proving()
                        .build();
                EnvironmentSource roles = AssumedRoles.takingWherePresent(this::role)
                        .within(environment)
                        .build()) {
            stacks.stream()
                    .sorted()
                    .collect(Collectors.groupingBy(estate::cellOf))
                    .forEach((cell, members) -> cells.put(
                            cell.toString(),
                            new CellExamination(
                                    cell, members, role(cell).isPresent() ? roles : own, states, environment)));
            return examined(cells);
        }
    }

    private Optional<Role> role(Stack stack) {
        return role(estate.cellOf(stack));
    }

    private Optional<Role> role(Cell cell) {
        return estate.of(cell).flatMap(defined -> defined.means().role()).map(Role::of);
    }

    private static List<Finding> examined(TreeMap<String, CellExamination> cells) {
        ExecutorService threads = Executors.newFixedThreadPool(SIDE_BY_SIDE, task -> {
            Thread thread = new Thread(task, "drift-doctor");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Callable<List<Finding>>> each = cells.values().stream()
                    .map(cell -> (Callable<List<Finding>>) cell::findings)
                    .toList();
            List<Future<List<Finding>>> done = threads.invokeAll(each, PATIENCE.toSeconds(), TimeUnit.SECONDS);
            List<Finding> findings = new ArrayList<>();
            List<String> names = List.copyOf(cells.keySet());
            for (int at = 0; at < names.size(); at++) {
                findings.addAll(of(names.get(at), done.get(at)));
            }
            return findings;
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            return List.of();
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Finding> of(String cell, Future<List<Finding>> done) throws InterruptedException {
        try {
            return done.get();
        } catch (CancellationException late) {
            return List.of(new Finding(
                    "not-examined",
                    "The roles and states of the cell " + cell + " could not be examined within " + PATIENCE.toSeconds()
                            + " s",
                    "Look at network and proxy; --offline leaves this out"));
        } catch (ExecutionException broken) {
            throw new IllegalStateException(broken.getCause());
        }
    }
}
