package dev.drift.terramate.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.terramate.hcl.Hcl;
import dev.drift.terramate.hcl.HclLimits;
import dev.drift.terramate.hcl.SourceFile;
import dev.drift.value.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table in {@code expressions.txt}: each line an expression, and what Terramate 0.17.2 makes of it or why we do not. */
class ExpressionTableTest {

    private static final String BECOMES = "  ==>  ";

    @TempDir
    private static Path directory;

    static List<String> lines() throws IOException {
        try (InputStream in = ExpressionTableTest.class.getResourceAsStream("expressions.txt")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains(BECOMES))
                    .toList();
        }
    }

    @Test
    void theTableIsNotEmpty() throws IOException {
        assertThat(lines()).hasSizeGreaterThan(400);
    }

    @ParameterizedTest
    @MethodSource("lines")
    void anExpressionHasTheValueOfTheTable(String line) {
        int split = line.indexOf(BECOMES);

        assertThat(evaluated(line.substring(0, split))).isEqualTo(line.substring(split + BECOMES.length()));
    }

    private static String evaluated(String text) {
        try {
            HclValue value = Evaluator.evaluate(
                    Hcl.parseExpression(SourceFile.of("e", text), HclLimits.standard()),
                    Scope.of(FunctionTable.terramate(directory)));
            boolean set = value instanceof HclValue.Sequence sequence && sequence.kind() == HclValue.Sequence.Kind.SET;
            return (set ? "set " : "") + Json.write(value.toValue());
        } catch (EvaluationException e) {
            return "error: " + e.reason();
        }
    }
}
