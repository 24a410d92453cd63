package dev.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.estate.Cell;
import dev.drift.estate.Duties;
import dev.drift.estate.Environment;
import dev.drift.estate.EnvironmentDefinition;
import dev.drift.estate.EstateDefinition;
import dev.drift.estate.Residency;
import dev.drift.history.CellFreshness;
import dev.drift.history.HistoryException;
import dev.drift.history.InMemoryHistory;
import dev.drift.history.LastCheck;
import dev.drift.history.PassedTicks;
import dev.drift.history.ReportHistory;
import dev.drift.sink.Delivery;
import dev.drift.stack.Stack;
import dev.drift.stack.StackPath;
import dev.drift.testing.InMemoryCatalog;
import dev.drift.testing.ScriptedProbe;
import dev.drift.testing.Stacks;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Cells are remembered at different places, and one place is nothing to another. */
class RememberingTest {

    private static final Stack EUROPE = Stacks.stack("/europe", "environment/prod-eu");
    private static final Stack AMERICA = Stacks.stack("/america", "environment/prod-us");

    private final ReportHistory europe = new Place(new InMemoryHistory(), Optional.of(new Residency("eu")), "");
    private ReportHistory america = new Place(new InMemoryHistory(), Optional.of(new Residency("us")), "");

    @Test
    void eachCellIsRememberedAtItsPlace() {
        assertThat(remembered()).isEmpty();

        assertThat(europe.last(EUROPE.path())).isPresent();
        assertThat(europe.last(AMERICA.path())).isEmpty();
        assertThat(america.last(AMERICA.path())).isPresent();
    }

    @Test
    void aPlaceOutOfReachIsSaidAndCostsNoOtherCellItsMemory() {
        america = new Place(new InMemoryHistory(), Optional.of(new Residency("us")), "no answer");

        assertThat(remembered()).containsExactly(new Delivery.Undelivered("history", "no answer"));

        assertThat(europe.last(EUROPE.path())).isPresent();
        assertThat(CellFreshness.of(estate(), List.of(EUROPE, AMERICA), this::history))
                .extracting(CellFreshness::outOfReach)
                .containsExactly(Optional.of("no answer"), Optional.empty());
        assertThat(new PassedTicks(estate(), this::history).before(List.of(EUROPE, AMERICA), Instant.now()))
                .isEmpty();
    }

    @Test
    void theGateKeepsWhatIsBoundFromAPlaceElsewhere() {
        america = new Place(new InMemoryHistory(), Optional.of(new Residency("eu")), "");

        assertThat(remembered())
                .singleElement()
                .isInstanceOfSatisfying(
                        Delivery.Undelivered.class,
                        lost -> assertThat(lost.reason())
                                .isEqualTo("withheld, because bound is prod-us/global to us, and this place to eu"));

        assertThat(america.last(AMERICA.path())).isEmpty();
        assertThat(europe.last(EUROPE.path())).isPresent();
    }

    private List<Delivery> remembered() {
        return Drift.over(InMemoryCatalog.of(EUROPE, AMERICA))
                .probing(new ScriptedProbe())
                .dividedBy(estate())
                .remembering(this::history)
                .build()
                .execute()
                .deliveries();
    }

    private ReportHistory history(Cell cell) {
        return cell.equals(estate().cellOf(EUROPE)) ? europe : america;
    }

    private static EstateDefinition estate() {
        return new EstateDefinition(List.of(bound("eu"), bound("us")), EstateDefinition.USUAL_ON_DEMAND, List.of());
    }

    private static EnvironmentDefinition bound(String residency) {
        EnvironmentDefinition usual = EnvironmentDefinition.usual(new Environment("prod-" + residency));
        Duties duties = new Duties(Optional.of(new Residency(residency)), List.of(), Optional.empty());
        return new EnvironmentDefinition(
                usual.environment(), usual.select(), usual.regions(), usual.rhythm(), usual.means(), duties);
    }

    /** A history on another machine, which is out of reach where there is trouble. */
    private record Place(ReportHistory kept, Optional<Residency> residency, String trouble) implements ReportHistory {

        @Override
        public Map<StackPath, LastCheck> last(Collection<StackPath> stacks) {
            refuse();
            return kept.last(stacks);
        }

        @Override
        public void remember(Collection<LastCheck> checks) {
            refuse();
            kept.remember(checks);
        }

        @Override
        public boolean leavesTheMachine() {
            return true;
        }

        private void refuse() {
            if (!trouble.isEmpty()) {
                throw new HistoryException(trouble);
            }
        }
    }
}
