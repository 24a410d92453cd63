package dev.drift.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.drift.testing.Stacks;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellTest {

    @ParameterizedTest
    @CsvSource({
        "environment/prod, region/eu-central-1, prod/eu-central-1",
        "Environment/PROD, Region.EU-central-1, prod/eu-central-1",
        "environment/prod, core, prod/global",
        "region/eu-central-1, core, unassigned",
        "core, edge, unassigned"
    })
    void isWhereTheTagsOfAStackSay(String one, String other, String cell) {
        assertThat(Cell.of(Stacks.stack("/a", one, other))).hasToString(cell);
    }

    @Test
    void hasNoRegionWithoutEnvironment() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Cell(Optional.empty(), Optional.of(new Region("eu-central-1"))));
        assertThat(Cell.of(Stacks.stack("/a"))).isEqualTo(Cell.UNASSIGNED);
    }

    @Test
    void refusesNamesThatNameNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Environment(" "));
        assertThatIllegalArgumentException().isThrownBy(() -> new Region(""));
    }

    @Test
    void looksAtOneToTwoHundredAndFiftySixSideBySide() {
        assertThat(new Parallelism(Parallelism.MOST).stacks()).isEqualTo(256);
        assertThatIllegalArgumentException().isThrownBy(() -> new Parallelism(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Parallelism(257));
    }
}
