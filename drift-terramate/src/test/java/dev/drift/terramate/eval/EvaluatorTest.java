package dev.drift.terramate.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drift.terramate.hcl.Expression;
import dev.drift.terramate.hcl.Hcl;
import dev.drift.terramate.hcl.HclLimits;
import dev.drift.terramate.hcl.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluatorTest {

    private static final Scope SCOPE = Scope.of(FunctionTable.terramate(Path.of(".")));

    private static HclValue evaluated(String text, Scope scope) {
        Expression expression = Hcl.parseExpression(SourceFile.of("stack.tm.hcl", text), HclLimits.standard());
        return Evaluator.evaluate(expression, scope);
    }

    @Test
    void tagsOfAStackAreEvaluated() {
        HclValue tags =
                evaluated("tm_concat([\"team/a\"], [for e in [\"prod\", \"qa\"] : \"environment/${e}\"])", SCOPE);

        assertThat(tags)
                .isEqualTo(HclValue.Sequence.tuple(List.of(
                        HclValue.of("team/a"), HclValue.of("environment/prod"), HclValue.of("environment/qa"))));
    }

    @Test
    void aSetIsToldFromAList() {
        assertThat(evaluated("tm_toset([\"a\"])", SCOPE))
                .asInstanceOf(InstanceOfAssertFactories.type(HclValue.Sequence.class))
                .extracting(HclValue.Sequence::kind)
                .isEqualTo(HclValue.Sequence.Kind.SET);
    }

    @Test
    void variablesComeFromTheScopeAndNamesOfForHideThem() {
        HclValue global = HclValue.Mapping.object(Map.of("env", HclValue.of("prod")));
        Scope scope = SCOPE.with("global", global).with("v", HclValue.of(1));

        assertThat(evaluated("\"environment/${global.env}\"", scope)).isEqualTo(HclValue.of("environment/prod"));
        assertThat(evaluated("[for v in [2] : [v, [for v in [3] : v][0]]][0]", scope))
                .isEqualTo(HclValue.Sequence.tuple(List.of(HclValue.of(2), HclValue.of(3))));
        assertThat(evaluated("v", scope)).isEqualTo(HclValue.of(1));
    }

    @Test
    void anErrorNamesThePlaceTheReasonAndTheExpression() {
        assertThatThrownBy(() -> evaluated("[\"a\",\n  tm_upper( global.env )]", SCOPE))
                .isInstanceOf(EvaluationException.class)
                .hasMessage("stack.tm.hcl:2:13: there is no variable named global here, in: global.env");
        assertThatThrownBy(() -> evaluated("[1,\n tm_split(\n  1)]", SCOPE))
                .hasMessage("stack.tm.hcl:2:2: tm_split: too few arguments, in: tm_split( 1)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tm_try(tm_timestamp(), \"a\")",
                "tm_can(tm_yamldecode(\"a: 1\"))",
                "true ? \"a\" : tm_uuid()",
                "tm_try(tm_function_of_tomorrow(), \"a\")",
                "tm_try(tm_regex(\"\\\\p{Greek}\", \"a\"), \"a\")",
                "tm_try(tm_range(1000)[*].a, [for a in tm_range(1000) : [for b in tm_range(1000) : [for c in"
                        + " tm_range(1000) : c]]], 1)",
            })
    void whatOnlyTerramateKnowsIsNeverReplacedByAnAlternative(String text) {
        assertThatThrownBy(() -> evaluated(text, SCOPE))
                .isInstanceOfSatisfying(
                        EvaluationException.class, e -> assertThat(e.isLimit()).isTrue());
    }

    @Test
    void whatIsWrongForTerramateTooMayBeReplaced() {
        assertThat(evaluated("tm_try(global.a, [][0], \"a\")", SCOPE)).isEqualTo(HclValue.of("a"));
        assertThatThrownBy(() -> evaluated("global.a", SCOPE))
                .isInstanceOfSatisfying(
                        EvaluationException.class, e -> assertThat(e.isLimit()).isFalse());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[for a in tm_range(1000) : [for b in tm_range(1000) : [for c in tm_range(1000) : 1]]]",
                "tm_join(\"\", [for a in tm_range(1000) : tm_join(\"\", [for b in tm_range(1000) : \"0123456789\"])])",
                "tm_format(\"%999999999d\", 1)",
                "1e9000 * 1e9000",
                "tm_length(tm_setproduct(tm_range(1000), tm_range(1000), tm_range(1000)))",
            })
    void whatCostsTooMuchEndsInAnError(String text) {
        assertThatThrownBy(() -> evaluated(text, SCOPE))
                .isInstanceOfSatisfying(
                        EvaluationException.class, e -> assertThat(e.isLimit()).isTrue());
    }

    @Test
    void aPatternThatBacktracksWithoutEndComesToOne() {
        String text = "a".repeat(2_000);

        assertThatThrownBy(() -> evaluated("tm_try(tm_regex(\".*.*.*.*b\", \"" + text + "\"), \"a\")", SCOPE))
                .hasMessageContaining("the pattern takes too long to match");
    }

    @Test
    void textsThatWouldGrowTooLongAreNotMade() {
        String thousand = "a".repeat(1_000);
        String grown = "tm_replace(tm_replace(\"" + thousand + "\", \"a\", \"" + thousand + "\"), \"a\", \"" + thousand
                + "\")";

        assertThatThrownBy(() -> evaluated(grown, SCOPE)).hasMessageContaining("more than 1000000 characters");
    }

    @Test
    void whatNestsAsDeepAsTheReaderAllowsIsEvaluated() {
        assertThat(evaluated("tm_upper(".repeat(240) + "\"a\"" + ")".repeat(240), SCOPE))
                .isEqualTo(HclValue.of("A"));
    }

    @Test
    void withoutFunctionsThereAreNone() {
        assertThatThrownBy(() -> evaluated("upper(\"a\")", Scope.of(FunctionTable.none())))
                .hasMessageContaining("there is no function named upper");
    }
}
