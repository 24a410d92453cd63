package dev.drift.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValuePathTest {

    @Test
    void isWrittenAsTerraformWritesIt() {
        assertThat(ValuePath.of("ingress").index(0).field("cidr_blocks")).hasToString("ingress[0].cidr_blocks");
        assertThat(ValuePath.of("tags").field("cost \"centre\"")).hasToString("tags[\"cost \\\"centre\\\"\"]");
        assertThat(ValuePath.of("rule").element().field("id")).hasToString("rule[*].id");
        assertThat(ValuePath.ROOT).hasToString("");
    }

    @Test
    void readsBackWhatItPrints() {
        for (long seed = 0; seed < 500; seed++) {
            ValuePath path = random(new Random(seed));

            assertThat(ValuePath.parse(path.toString())).as("seed %s", seed).isEqualTo(path);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".a",
                "a.",
                "a..b",
                "a[",
                "a[]",
                "a[01]",
                "a[-1]",
                "a[0",
                "a[\"b]",
                "a[\"b\"",
                "a[*",
                "a]",
                "a b",
                "a[\"b\\",
                "[0]x",
                "a[99999999999]"
            })
    void refusesWhatItNeverPrints(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ValuePath.parse(text))
                .withMessageStartingWith("Path is not");
    }

    @Test
    void knowsWhatItLeadsThrough() {
        ValuePath ingress = ValuePath.of("ingress");

        assertThat(ingress.index(1).field("from_port").isAtOrBelow(ingress.index(1)))
                .isTrue();
        assertThat(ingress.isAtOrBelow(ValuePath.ROOT)).isTrue();
        assertThat(ingress.isAtOrBelow(ingress.index(1))).isFalse();
        assertThat(ingress.index(1).isAtOrBelow(ingress.index(2))).isFalse();
    }

    @Test
    void isNamedByItsFields() {
        assertThat(ValuePath.of("rule").index(0).field("apply").names()).isEqualTo("rule.apply");
        assertThat(ValuePath.of("rule").index(0).attribute()).contains("rule");
        assertThat(ValuePath.ROOT.index(0).attribute()).isEmpty();
    }

    private static ValuePath random(Random random) {
        RandomValues values = new RandomValues(random);
        ValuePath path = ValuePath.ROOT;
        for (int steps = random.nextInt(5); steps > 0; steps--) {
            path = switch (random.nextInt(4)) {
                case 0 -> path.field("name_" + random.nextInt(9));
                case 1 -> path.field(values.text());
                case 2 -> path.index(random.nextInt(100));
                default -> path.element();
            };
        }
        return path;
    }
}
