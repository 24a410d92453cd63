package dev.drift.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.drift.config.InvalidConfigException;
import dev.drift.config.Problem;
import dev.drift.testing.Stacks;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectorTest {

    private static final Stack WEB = Stacks.stack("/web", "environment/prod", "region.eu-central-1", "core", "team/a");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ''                                                        | true
        environment:prod                                          | true
        Environment:PROD                                          | true
        environment:qa                                            | false
        environment:prod,region:eu-central-1                      | true
        environment:prod,region:eu-west-1                         | false
        environment:prod,region:eu-west-1,region:eu-central-1     | true
        environment:qa,environment:prod                           | true
        environment:prod,!team:a                                  | false
        environment:prod,!team:b                                  | true
        !team:a,!team:b                                           | false
        !environment:qa                                           | true
        core                                                      | true
        CORE                                                      | true
        core,edge                                                 | false
        !core                                                     | false
        prod                                                      | false
        environment                                               | false
        environment/prod                                          | true
        region:global                                             | false
        !region:global                                            | true
        ' environment : prod , ! team : b '                       | true
        """)
    void picksByDesignFour(String selector, boolean picked) {
        assertThat(Selector.parse(selector).picks(WEB)).isEqualTo(picked);
    }

    @Test
    void globalIsWhereNoRegionIsNamed() {
        Stack role = Stacks.stack("/role", "environment/prod");

        assertThat(Selector.parse("Environment:prod,Region:global").picks(role)).isTrue();
        assertThat(Selector.parse("Region:global,Region:eu-central-1").picks(WEB))
                .isTrue();
        assertThat(Selector.parse("!Region:global").picks(role)).isFalse();
    }

    @Test
    void picksEverythingWhereNothingIsAsked() {
        assertThat(Selector.parse("  ")).isEqualTo(Selector.EVERYTHING);
        assertThat(Selector.EVERYTHING.isEverything()).isTrue();
        assertThat(Selector.parse("!core").isEverything()).isFalse();
        assertThat(Selector.EVERYTHING.picks(Stacks.stack("/untagged"))).isTrue();
    }

    @Test
    void joinsTermsOfEqualKeys() {
        Selector both = Selector.parse("environment:prod").and(Selector.parse("environment:qa,core"));

        assertThat(both).isEqualTo(Selector.parse("environment:prod,environment:qa,core"));
        assertThat(both.picks(WEB)).isTrue();
    }

    @Test
    void readsBackWhatItPrints() {
        for (long seed = 0; seed < 300; seed++) {
            Selector selector = random(new Random(seed));

            assertThat(Selector.parse(selector.toString())).as("seed %s", seed).isEqualTo(selector);
        }
    }

    @Test
    void namesEveryTermThatIsNone() {
        InvalidConfigException thrown = catchThrowableOfType(
                InvalidConfigException.class, () -> Selector.parse("environment:,ok,:prod,a:b:c,,!"));

        assertThat(thrown.problems().stream().map(Problem::message))
                .containsExactly(
                        "\"environment:\" is no term in \"environment:,ok,:prod,a:b:c,,!\": write Key:value or word",
                        "\":prod\" is no term in \"environment:,ok,:prod,a:b:c,,!\": write Key:value or word",
                        "\"a:b:c\" has two colons: separate terms with a comma",
                        "\"\" is no term in \"environment:,ok,:prod,a:b:c,,!\": write Key:value or word",
                        "\"!\" is no term in \"environment:,ok,:prod,a:b:c,,!\": write Key:value or word");
    }

    private static Selector random(Random random) {
        List<String> words = List.of("prod", "qa", "eu-central-1", "a.b", "team_x", "environment/prod", "PROD");
        return Selector.parse(IntStream.range(0, 1 + random.nextInt(5))
                .mapToObj(number -> (random.nextBoolean() ? "!" : "")
                        + (random.nextBoolean() ? "Key" + random.nextInt(3) + ":" : "")
                        + words.get(random.nextInt(words.size())))
                .collect(Collectors.joining(" , ")));
    }
}
