package dev.drift.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.config.InvalidConfigException;
import dev.drift.stack.Stack;
import dev.drift.stack.StackPath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTest {

    @RepeatedTest(50)
    void sharesAreCompleteDisjointEvenAndIndependentOfTheOrderGiven(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Stack> stacks = stacks(random.nextInt(60));
        int shares = 1 + random.nextInt(9);

        List<List<Stack>> dealt = IntStream.rangeClosed(1, shares)
                .mapToObj(number -> new Shard(number, shares).pick(stacks))
                .toList();

        assertThat(dealt.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(stacks);
        assertThat(dealt)
                .allSatisfy(share -> assertThat(share.size())
                        .isBetween(stacks.size() / shares, (stacks.size() + shares - 1) / shares));
        List<Stack> shuffled = new ArrayList<>(stacks);
        Collections.shuffle(shuffled, random);
        assertThat(new Shard(1, shares).pick(shuffled)).containsExactlyInAnyOrderElementsOf(dealt.get(0));
    }

    @Test
    void keepsTheOrderGiven() {
        List<Stack> reversed = new ArrayList<>(stacks(7));
        Collections.reverse(reversed);

        assertThat(new Shard(1, 2).pick(reversed)).isSortedAccordingTo(Collections.reverseOrder());
    }

    @Test
    void readsWhatItPrints() {
        assertThat(Shard.parse("2/5")).isEqualTo(new Shard(2, 5)).hasToString("2/5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "0/5", "6/5", "1/0", "-1/5", "1/1001", "a/b", "1/5 ", "99999999999/1"})
    void refusesWhatIsNoShare(String text) {
        assertThatThrownBy(() -> Shard.parse(text))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("shard");
    }

    private static List<Stack> stacks(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new Stack(
                        StackPath.of("/stacks/s" + number),
                        Optional.empty(),
                        "s" + number,
                        "",
                        List.of(),
                        Path.of("/repository/stacks/s" + number)))
                .toList();
    }
}
