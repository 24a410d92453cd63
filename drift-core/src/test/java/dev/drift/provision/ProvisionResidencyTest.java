package dev.drift.provision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.estate.Cell;
import dev.drift.estate.Duties;
import dev.drift.estate.Environment;
import dev.drift.estate.EnvironmentDefinition;
import dev.drift.estate.EstateDefinition;
import dev.drift.estate.Residency;
import dev.drift.sink.Delivery;
import dev.drift.stack.Stack;
import dev.drift.stack.StackPath;
import dev.drift.testing.InMemoryCatalog;
import dev.drift.testing.InMemoryChanges;
import dev.drift.testing.RecordingProvisions;
import dev.drift.testing.ScriptedApplier;
import dev.drift.testing.Stacks;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is bound to a residency is told to nobody who does not promise it. */
class ProvisionResidencyTest {

    private final Stack european = Stacks.stack("/eu/web", "environment/prod");
    private final Stack american = Stacks.stack("/us/web", "environment/dev");

    @Test
    void aPlaceElsewhereHearsOnlyOfTheRest() {
        Place elsewhere = new Place(Optional.empty(), true);

        ProvisionResult result = run(elsewhere, european, american);

        assertThat(elsewhere.told()).containsExactly(american);
        assertThat(elsewhere.recorded.reports()).singleElement().satisfies(part -> {
            assertThat(part.stacks()).extracting(StackProvision::stack).containsExactly(american);
            assertThat(part.deleted()).as("nobody knows where they were bound").isEmpty();
        });
        assertThat(result.report().stacks()).hasSize(2);
        assertThat(result.report().deleted()).containsExactly(StackPath.of("/old"));
        assertThat(result.deliveries())
                .containsExactly(
                        new Delivery.Delivered("memory"),
                        new Delivery.Undelivered(
                                "place",
                                "withheld, because bound is prod/global to eu, and this place to nothing",
                                List.of(Cell.of(european))));
    }

    @Test
    void aPlaceElsewhereHearsNothingWhereEverythingIsBound() {
        Place elsewhere = new Place(Optional.empty(), true);

        ProvisionResult result = run(elsewhere, european);

        assertThat(elsewhere.recorded.events()).isEmpty();
        assertThat(elsewhere.recorded.reports()).isEmpty();
        assertThat(result.deliveries()).singleElement().isInstanceOf(Delivery.Undelivered.class);
    }

    @Test
    void aPlaceThatPromisesItHearsEverythingAndSoDoesThisMachine() {
        Place there = new Place(Optional.of(new Residency("eu")), true);
        Place here = new Place(Optional.empty(), false);

        run(there, european, american);
        run(here, european, american);

        assertThat(there.told()).containsExactly(european, american);
        assertThat(here.told()).containsExactly(european, american);
    }

    private ProvisionResult run(Place place, Stack... stacks) {
        return ProvisionRun.over(InMemoryCatalog.of(stacks))
                .changed(InMemoryChanges.of(stacks).deleting("/old"))
                .applying(new ScriptedApplier())
                .dividedBy(estate())
                .telling(place)
                .build()
                .execute();
    }

    /** Production stays in Europe. */
    private static EstateDefinition estate() {
        EnvironmentDefinition prod = EnvironmentDefinition.usual(new Environment("prod"));
        Duties inEurope = new Duties(Optional.of(new Residency("eu")), List.of(), Optional.empty());
        return new EstateDefinition(
                List.of(new EnvironmentDefinition(
                        prod.environment(), prod.select(), List.of(), prod.rhythm(), prod.means(), inEurope)),
                EstateDefinition.UNDEFINED.onDemand(),
                List.of());
    }

    /** Somewhere. */
    private record Place(Optional<Residency> residency, boolean leavesTheMachine, RecordingProvisions recorded)
            implements ProvisionSink {

        Place(Optional<Residency> residency, boolean leavesTheMachine) {
            this(residency, leavesTheMachine, new RecordingProvisions());
        }

        @Override
        public String destination() {
            return "place";
        }

        @Override
        public void on(ProvisionEvent event) {
            recorded.on(event);
        }

        @Override
        public List<Delivery> finish(ProvisionReport report) {
            return recorded.finish(report);
        }

        List<Stack> told() {
            return recorded.events().stream()
                    .flatMap(event -> event.stacks().stream())
                    .distinct()
                    .toList();
        }
    }
}
