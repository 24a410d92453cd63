package dev.drift.cli.doctor;

import static java.util.Objects.requireNonNull;

import dev.drift.estate.Cell;
import dev.drift.estate.EnvironmentDefinition;
import dev.drift.estate.EstateDefinition;
import dev.drift.stack.Stack;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether the stacks are where the estate says. */
public record EstateExamination(EstateDefinition estate, Collection<Stack> stacks) {

    private static final int NAMED = 5;

    public EstateExamination {
        requireNonNull(estate, "estate is null");
        stacks = List.copyOf(stacks);
    }

    /** Environments and regions without stacks, and stacks in no environment. */
    public List<Finding> findings() {
        Set<Cell> filled = stacks.stream().map(estate::cellOf).collect(Collectors.toSet());
        List<Finding> findings = new ArrayList<>();
        if (stacks.isEmpty()) {
            findings.add(new Finding(
                    "no-stacks", "There is no stack in the repository", "Declare stacks: a stack block in each"));
        }
        for (EnvironmentDefinition defined : estate.environments()) {
            boolean isEmpty = filled.stream()
                    .noneMatch(cell -> cell.environment()
                            .filter(defined.environment()::equals)
                            .isPresent());
            if (isEmpty) {
                findings.add(new Finding(
                        "empty-environment",
                        "The environment " + defined.environment() + " has no stack: nothing carries what "
                                + defined.select() + " asks for",
                        "Tag its stacks, or let environments." + defined.environment() + ".select ask for their tags"));
            } else {
                defined.cells().stream()
                        .filter(cell -> !filled.contains(cell))
                        .forEach(cell -> findings.add(new Finding(
                                "empty-region",
                                "The cell " + cell + " has no stack",
                                "Tag its stacks region/"
                                        + cell.region()
                                                .map(region -> region.name())
                                                .orElse("")
                                        + ", or take the region out of drift.yaml")));
            }
        }
        unassigned(findings);
        return findings;
    }

    private void unassigned(List<Finding> findings) {
        List<String> lost = stacks.stream()
                .filter(stack -> estate.cellOf(stack).equals(Cell.UNASSIGNED))
                .map(stack -> stack.path().value())
                .sorted()
                .toList();
        if (!lost.isEmpty()) {
            String more = lost.size() > NAMED ? " and " + (lost.size() - NAMED) + " more" : "";
            findings.add(new Finding(
                    "unassigned",
                    lost.size() + " in no environment, so no schedule looks at them: "
                            + String.join(", ", lost.subList(0, Math.min(NAMED, lost.size()))) + more,
                    "Tag them environment/NAME, or let an environment of drift.yaml select them"));
        }
    }
}
