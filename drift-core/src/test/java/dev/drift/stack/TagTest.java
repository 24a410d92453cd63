package dev.drift.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.drift.testing.Stacks;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TagTest {

    @ParameterizedTest
    @CsvSource({
        "environment/prod, environment, prod",
        "region.eu-central-1, region, eu-central-1",
        "a/b/c, a, b/c",
        "team_x/core, team_x, core"
    })
    void isDividedAtTheFirstSeparator(String text, String key, String value) {
        assertThat(Tag.of(text)).isEqualTo(new Tag(text, Optional.of(key), value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"network", "/prod", "environment/", "eu-central-1", ".", ""})
    void isAWordWhereThereIsNothingToDivide(String text) {
        assertThat(Tag.of(text)).isEqualTo(new Tag(text, Optional.empty(), text));
    }

    @Test
    void isDividedAsConfigured() {
        assertThat(Tag.of("environment_prod", "_").key()).contains("environment");
        assertThat(Tag.of("environment/prod", "_").key()).isEmpty();
    }

    @Test
    void printsAsATermThatSelectsIt() {
        Stack stack = Stacks.stack("/a", "Team/Core", "edge");

        assertThat(stack.tags()).allMatch(tag -> Selector.parse(tag.term()).picks(stack));
        assertThat(Tag.of("Team/Core").term()).isEqualTo("team:core");
    }

    @Test
    void idsAreEqualInAnyCase() {
        assertThat(StackId.of("Web-1")).isEqualTo(StackId.of("wEB-1")).hasSameHashCodeAs(StackId.of("web-1"));
        assertThat(StackId.of("Web-1")).hasToString("Web-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a/b", "ä", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    void refusesWhatIsNoId(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> StackId.of(text)).withMessageContaining("Stack id");
    }

    @Test
    void stacksAreTheSameIfTheirPathsAre() {
        Stack stack = Stacks.stack("/a", "environment/prod");

        assertThat(stack).isEqualTo(Stacks.stack("/a")).isNotEqualTo(Stacks.stack("/b"));
        assertThat(stack.tagged("ENVIRONMENT")).contains("prod");
        assertThat(stack.tagged("region")).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Stack(StackPath.of("/a"), Optional.empty(), "a", "", List.of(), Path.of("relative")));
    }
}
