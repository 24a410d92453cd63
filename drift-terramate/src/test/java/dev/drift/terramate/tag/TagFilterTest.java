package dev.drift.terramate.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.drift.config.InvalidConfigException;
import dev.drift.config.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TagFilterTest {

    @ParameterizedTest
    @CsvSource({
        "a, a b, true",
        "c, a b, false",
        "a:b, a b, true",
        "a:b:c, a b, false",
        "'a,c', c, true",
        "'a:b,c', c, true",
        "'a:b,c', a, false",
        "'a,', a, true",
        "',a', a, true",
        "a:, a, false",
        "':', a, false",
        "',', a, false",
        "'', a, true",
    })
    void meansWhatTerramateMeans(String tags, String carried, boolean picked) {
        assertThat(TagFilter.parse(List.of(tags), List.of()).picks(List.of(carried.split(" ", -1))))
                .isEqualTo(picked);
    }

    @Test
    void repeatedTagsAreAlternatives() {
        TagFilter filter = TagFilter.parse(List.of("a:b", "c"), List.of());

        assertThat(filter.picks(List.of("c"))).isTrue();
        assertThat(filter.picks(List.of("a"))).isFalse();
    }

    @Test
    void tagsNotWantedLeaveOutWhoeverCarriesOne() {
        TagFilter filter = TagFilter.parse(List.of("a"), List.of("x,y", "z,"));

        assertThat(filter.picks(List.of("a"))).isTrue();
        assertThat(filter.picks(List.of("a", "y"))).isFalse();
        assertThat(filter.picks(List.of("a", "z"))).isFalse();
        assertThat(filter.picks(List.of("a", ""))).isTrue();
        assertThat(TagFilter.parse(List.of(), List.of(",c")).picks(List.of(""))).isFalse();
    }

    @Test
    void nothingAskedPicksEverything() {
        assertThat(TagFilter.parse(List.of(), List.of())).isEqualTo(TagFilter.EVERYTHING);
        assertThat(TagFilter.parse(List.of(""), List.of("")).isEverything()).isTrue();
        assertThat(TagFilter.EVERYTHING.picks(List.of())).isTrue();
    }

    @Test
    void namesEverythingThatIsNoTagWithItsOption() {
        InvalidConfigException refused = catchThrowableOfType(
                InvalidConfigException.class,
                () -> TagFilter.parse(List.of("Environment:prod,_x"), List.of("a:b", "ok")));

        assertThat(refused.problems()).extracting(Problem::where).containsExactly("--tags", "--tags", "--no-tags");
        assertThat(refused).hasMessageContainingAll("\"Environment\"", "\"_x\"", "\"a:b\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "9", "a-_./b", "a..b", "0123"})
    void takesTags(String tag) {
        assertThat(TagSyntax.objection(tag)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "aB", "-a", "a-", "_", "a/", "a b", "a:b", "a,b", "nö", "ö", "a~", "a\n"})
    void refusesWhatIsNoTag(String tag) {
        assertThat(TagSyntax.objection(tag)).isPresent();
    }
}
