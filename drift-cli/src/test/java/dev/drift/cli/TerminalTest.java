package dev.drift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {

    @Test
    void coloursFollowTheTerminalUnlessSomebodySaysOtherwise() {
        assertThat(Terminal.colours(true, Map.of())).isTrue();
        assertThat(Terminal.colours(false, Map.of())).isFalse();
        assertThat(Terminal.colours(true, Map.of("NO_COLOR", "1"))).isFalse();
        assertThat(Terminal.colours(true, Map.of("NO_COLOR", ""))).isTrue();
        assertThat(Terminal.colours(false, Map.of("CLICOLOR_FORCE", "1"))).isTrue();
        assertThat(Terminal.colours(false, Map.of("CLICOLOR_FORCE", "0"))).isFalse();
        assertThat(Terminal.colours(true, Map.of("NO_COLOR", "1", "CLICOLOR_FORCE", "1")))
                .isFalse();
        assertThat(Terminal.colours(true, Map.of("TERM", "dumb"))).isFalse();
    }
}
