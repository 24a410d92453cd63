package dev.drift.catalog;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.testing.Stacks;
import org.junit.jupiter.api.Test;

class ChangedStackTest {

    @Test
    void refusesToSayNothing() {
        assertThatThrownBy(() -> new ChangedStack(Stacks.stack("/a"), " "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Why /a changed is not said");
    }
}
