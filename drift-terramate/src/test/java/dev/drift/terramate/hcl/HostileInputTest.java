package dev.drift.terramate.hcl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileInputTest {

    private static final HclLimits HUGE = new HclLimits(16 * 1024 * 1024, 250);

    private static final String DENSE = """
            /* é */ globals "a" b { # c
              x = "t\\u00e9\\n$${a} ${~ f(1, [2]...) ~} %{ if a ~} b %{ else } c %{ endif }" // d
              y = {for k, v in m[*].n : (k) => [v.0, -1.5e3]... if !v.*.w[0] && a <= b ? c : d}
              z = <<-EOT
                a ${b} %%{c}
                  %{ for q in r }😀%{ endfor }
              EOT
              s { t = p::q::r("x" == null, {u = 1, "v" : 2}) }
            }
            """;

    @Test
    void theDenseSampleItselfIsValid() {
        assertThat(Hcl.parse("f", DENSE).body().blocks("globals")).hasSize(1);
    }

    @Test
    void truncatedAtEveryByteItThrowsNothingButTheSyntaxException() {
        byte[] bytes = DENSE.getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < bytes.length; length++) {
            onlySyntaxErrors(BrokenUtf8.marked(Arrays.copyOf(bytes, length)));
            onlySyntaxErrors(BrokenUtf8.marked(Arrays.copyOfRange(bytes, length, bytes.length)));
        }
    }

    @Test
    void randomGarbageThrowsNothingButTheSyntaxException() {
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            byte[] bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            onlySyntaxErrors(BrokenUtf8.marked(bytes));
        }
    }

    @Test
    void damagedCopiesThrowNothingButTheSyntaxException() {
        Random random = new Random(11);
        String signs = "\"${}%~[]().*=:?#/\\<-!&|,'\n\r\tEOTfor in if 019ae";
        for (int round = 0; round < 5_000; round++) {
            StringBuilder text = new StringBuilder(DENSE);
            for (int i = random.nextInt(4); i >= 0; i--) {
                text.setCharAt(random.nextInt(text.length()), signs.charAt(random.nextInt(signs.length())));
            }
            onlySyntaxErrors(text.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "(", "{", "-"})
    void tenMegabytesOfNestingAreOneClearError(String opening) {
        String text = "a = " + opening.repeat(10_000_000);

        assertTimeout(Duration.ofSeconds(20), () -> assertTooDeep(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "a ? ", "a ? b : ", "\"${", "a[", "f(", "[for a in ", "{a = ", "{\n(a) = "})
    void everythingThatNestsIsBounded(String opening) {
        assertTooDeep("a = " + opening.repeat(10_000));
    }

    @Test
    void splatsOfSplatsAreBounded() {
        assertTooDeep("a = b" + "[*]".repeat(10_000));
    }

    @Test
    void nestedBlocksAndDirectivesAreBounded() {
        assertThatThrownBy(() -> Hcl.parse("f", "a {\n".repeat(10_000))).hasMessageContaining("250 levels");
        assertThatThrownBy(() -> Hcl.parse("f", "a = \"" + "%{if a}".repeat(10_000) + "\"\n"))
                .hasMessageContaining("250 levels");
    }

    @Test
    void whatIsJustWithinTheLimitIsReadOnAnOrdinaryThread() {
        String deep = "a = " + "[".repeat(249) + "]".repeat(249) + "\n";

        assertThat(Hcl.parse("f", deep).body().attributes()).containsOnlyKeys("a");
    }

    @Test
    void longChainsAreFlat() {
        Expression sum = Hcl.parse("f", "a = 1" + " + 1".repeat(100_000) + "\n")
                .body()
                .attribute("a")
                .orElseThrow()
                .expression();
        Expression steps = Hcl.parse("f", "a = b" + ".c".repeat(100_000) + "\n")
                .body()
                .attribute("a")
                .orElseThrow()
                .expression();

        assertThat(((Expression.Operation) sum).operands()).hasSize(100_000);
        assertThat(((Expression.Traversal) steps).steps()).hasSize(100_000);
    }

    @Test
    void hugeStringsAreReadAndHugeNumbersRefused() {
        String text = "x".repeat(1_000_000);
        assertThat(Hcl.parse("f", "a = \"" + text + "\"\n")
                        .body()
                        .attribute("a")
                        .orElseThrow()
                        .expression()
                        .literalText())
                .contains(text);
        assertThatThrownBy(() -> Hcl.parse("f", "a = " + "9".repeat(1_000_000) + "\n"))
                .hasMessage("f:1:5: This number is too long");
        assertThatThrownBy(() -> Hcl.parse("f", "a = 1e2000000000\n")).hasMessage("f:1:5: This number is too long");
        assertThatThrownBy(() -> Hcl.parse("f", "a = 1e20000000000\n")).isInstanceOf(HclSyntaxException.class);
    }

    private static void assertTooDeep(String text) {
        assertThatThrownBy(() -> Hcl.parse(SourceFile.of("f", text), HUGE))
                .isInstanceOf(HclSyntaxException.class)
                .hasMessageContaining("nested more than 250 levels deep");
    }

    private static void onlySyntaxErrors(String text) {
        try {
            Hcl.parse("f", text);
        } catch (HclSyntaxException e) {
            assertThat(e.span().line()).isPositive();
            assertThat(e.problem()).isNotBlank();
        }
    }
}
