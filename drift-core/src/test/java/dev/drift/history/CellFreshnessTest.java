package dev.drift.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.estate.Duties;
import dev.drift.estate.Environment;
import dev.drift.estate.EnvironmentDefinition;
import dev.drift.estate.EstateDefinition;
import dev.drift.estate.Means;
import dev.drift.estate.Parallelism;
import dev.drift.estate.Region;
import dev.drift.estate.Rhythm;
import dev.drift.stack.Stack;
import dev.drift.testing.Stacks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CellFreshnessTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Environment PROD = new Environment("prod");
    private static final EstateDefinition ESTATE = new EstateDefinition(
            List.of(new EnvironmentDefinition(
                    PROD,
                    EnvironmentDefinition.selectorOf(PROD),
                    List.of(new Region("eu-west-1"), new Region("eu-central-1")),
                    Rhythm.usual(PROD),
                    Means.usual(PROD),
                    Duties.NONE)),
            new Parallelism(5),
            List.of());
    private static final Stack WEB = Stacks.stack("/web", "environment/prod", "region/eu-west-1");
    private static final Stack DATA = Stacks.stack("/data", "environment/prod", "region/eu-west-1");
    private static final Stack TOOLS = Stacks.stack("/tools");

    private final ReportHistory history = new InMemoryHistory();

    @Test
    void isAsOldAsTheStackThatWasNotSeenForTheLongestTime() {
        see(WEB, NOON);
        see(DATA, NOON.minus(Duration.ofHours(5)));

        CellFreshness cell = freshness("prod/eu-west-1");

        assertThat(cell.lastCompleteCheck()).contains(NOON.minus(Duration.ofHours(5)));
        assertThat(cell.isOverdue(NOON.plus(Duration.ofHours(2)))).isFalse();
        assertThat(cell.isOverdue(NOON.plus(Duration.ofHours(2)).plusSeconds(1)))
                .isTrue();
    }

    @Test
    void isOverdueWhileOneStackWasNeverSeen() {
        see(WEB, NOON);

        CellFreshness cell = freshness("prod/eu-west-1");

        assertThat(cell.lastCompleteCheck()).isEmpty();
        assertThat(cell.unseen()).isEqualTo(1);
        assertThat(cell.isUnheardOf()).isFalse();
        assertThat(cell.isOverdue(NOON)).isTrue();
    }

    @Test
    void isNotOverdueWhereNothingIsPromisedOrNothingCanBeChecked() {
        assertThat(freshness("unassigned").isOverdue(NOON)).isFalse();
        assertThat(freshness("unassigned").objective()).isEmpty();
        assertThat(freshness("prod/eu-central-1").stacks()).isZero();
        assertThat(freshness("prod/eu-central-1").isOverdue(NOON)).isFalse();
    }

    private CellFreshness freshness(String cell) {
        return CellFreshness.of(ESTATE, List.of(WEB, DATA, TOOLS), history).stream()
                .filter(freshness -> freshness.cell().toString().equals(cell))
                .findFirst()
                .orElseThrow();
    }

    private void see(Stack stack, Instant at) {
        history.remember(List.of(new LastCheck(stack.path(), at, Optional.empty(), Optional.empty())));
    }
}
