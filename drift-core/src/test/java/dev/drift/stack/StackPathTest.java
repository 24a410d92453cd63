package dev.drift.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StackPathTest {

    @Test
    void sortsAsItsBytesDo() {
        Random random = new Random(1);
        String letters = "/aZ-.é\uffff\ud83d\ude00\ue000";
        for (int round = 0; round < 2_000; round++) {
            StackPath left = path(random, letters);
            StackPath right = path(random, letters);

            assertThat(Integer.signum(left.compareTo(right)))
                    .as("%s against %s", left, right)
                    .isEqualTo(Integer.signum(Arrays.compareUnsigned(
                            left.value().getBytes(StandardCharsets.UTF_8),
                            right.value().getBytes(StandardCharsets.UTF_8))));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/a/b, /a, true",
        "/a, /a, true",
        "/ab, /a, false",
        "/a, /a/b, false",
        "/a/b, /, true",
        "/, /, true",
        "/, /a, false"
    })
    void knowsWhatItLiesBelow(String path, String ancestor, boolean below) {
        assertThat(StackPath.of(path).isAtOrBelow(StackPath.of(ancestor))).isEqualTo(below);
    }

    @Test
    void isNamedByItsLastSegment() {
        assertThat(StackPath.of("/stacks/prod/web").baseName()).isEqualTo("web");
        assertThat(StackPath.of("/").baseName()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "stacks", "./a", "/a/", "//", "/a//b"})
    void refusesWhatIsNoAbsolutePath(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StackPath.of(text))
                .withMessageStartingWith("Stack path");
    }

    private static StackPath path(Random random, String letters) {
        int[] points = letters.codePoints().toArray();
        List<Integer> chosen = new ArrayList<>();
        for (int length = random.nextInt(4); length > 0; length--) {
            chosen.add(points[1 + random.nextInt(points.length - 1)]);
        }
        StringBuilder text = new StringBuilder("/");
        chosen.forEach(text::appendCodePoint);
        return StackPath.of(text.toString());
    }
}
