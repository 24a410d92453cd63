package dev.drift.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StackFilterTest {

    private static final StackFilter PROD = Selector.parse("environment:prod");
    private static final StackFilter WEB = Selector.parse("web");

    @Test
    void bothMustMeanAStack() {
        StackFilter both = PROD.both(WEB);

        assertThat(both.picks(stack("environment/prod", "web"))).isTrue();
        assertThat(both.picks(stack("environment/prod"))).isFalse();
        assertThat(both.picks(stack("web"))).isFalse();
        assertThat(both).hasToString("environment:prod and web");
        assertThat(both.isEverything()).isFalse();
    }

    @Test
    void aFilterThatMeansEverythingAddsNothing() {
        assertThat(PROD.both(Selector.EVERYTHING)).isSameAs(PROD);
        assertThat(Selector.EVERYTHING.both(WEB)).isSameAs(WEB);
        assertThat(Selector.EVERYTHING.both(Selector.EVERYTHING).isEverything()).isTrue();
    }

    private static Stack stack(String... tags) {
        return new Stack(
                StackPath.of("/s"),
                Optional.empty(),
                "s",
                "",
                Arrays.stream(tags).map(Tag::of).toList(),
                Path.of("/repository/s"));
    }
}
