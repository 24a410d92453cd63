package dev.drift.terramate.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class PrecedenceTest {

    @Test
    void whatIsSetFreeGoesToTheEndSorted() {
        Precedence<String> precedence = new Precedence<>();
        precedence.add("b");
        precedence.add("z");
        precedence.add("z", "a");
        precedence.add("b", "d");
        precedence.add("b", "c");

        assertThat(precedence.order()).containsExactly("b", "z", "c", "d", "a");
        assertThat(precedence.cycle()).isEmpty();
    }

    @Test
    void namesTheShortestCycleInItsOrder() {
        Precedence<String> precedence = new Precedence<>();
        List.of("ab", "bc", "cd", "da", "xy", "yx", "dx")
                .forEach(pair -> precedence.add(pair.substring(0, 1), pair.substring(1)));

        assertThat(precedence.cycle()).contains(List.of("x", "y"));
        assertThat(precedence.order()).isEmpty();
    }

    @Test
    void whatStandsBehindACycleIsOnNone() {
        Precedence<String> precedence = new Precedence<>();
        precedence.add("b", "b");
        precedence.add("b", "a");

        assertThat(precedence.cycle()).contains(List.of("b"));
    }

    @RepeatedTest(50)
    void everythingStandsBehindWhatLeadsIt(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        Precedence<Integer> precedence = new Precedence<>();
        Map<Integer, Integer> pairs = new HashMap<>();
        for (int pair = 0; pair < 40; pair++) {
            int first = random.nextInt(30);
            int second = first + 1 + random.nextInt(30);
            pairs.put(first, second);
            precedence.add(first, second);
        }

        List<Integer> order = precedence.order();

        assertThat(order).doesNotHaveDuplicates().containsAll(pairs.keySet()).containsAll(pairs.values());
        pairs.forEach((first, second) -> assertThat(order.indexOf(first)).isLessThan(order.indexOf(second)));
    }
}
