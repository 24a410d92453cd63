package dev.drift.terramate.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.value.Json;
import dev.drift.value.Value;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SanitizedPlanPropertiesTest {

    static LongStream seeds() {
        return LongStream.range(0, 400);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void holdsNoSecretInAnyGuise(long seed) throws Exception {
        RandomPlans plans = new RandomPlans(seed);
        String original = plans.plan();
        assertThat(plans.secrets()).anyMatch(secret -> original.contains(escaped(secret)));

        SanitizedPlan sanitized = sanitized(original, 1_000_000);

        List<String> texts = new ArrayList<>();
        collect(Json.read(sanitized.document()), texts);
        for (String secret : plans.secrets()) {
            assertThat(texts).noneMatch(text -> text.contains(secret));
            assertThat(sanitized.document())
                    .doesNotContain(escaped(secret))
                    .doesNotContain(Base64.getEncoder().withoutPadding().encodeToString(secret.getBytes(UTF_8)));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void staysAPlanThatMovesTheSame(long seed) throws Exception {
        String original = new RandomPlans(seed).plan();

        SanitizedPlan sanitized = sanitized(original, 1_000_000);

        assertThat(PlanJson.read(source(sanitized.document()), Optional.empty()).drifted())
                .extracting(change -> change.address().toString())
                .isEqualTo(PlanJson.read(source(original), Optional.empty()).drifted().stream()
                        .map(change -> change.address().toString())
                        .toList());
        assertThat(sanitized.leftOut()).isEmpty();
        assertThat(sanitized.toString()).hasSizeLessThan(60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void isTheSameWhenSanitizedAgain(long seed) throws Exception {
        String once = sanitized(new RandomPlans(seed).plan(), 1_000_000).document();

        assertThat(sanitized(once, 1_000_000).document()).isEqualTo(once);
    }

    private static SanitizedPlan sanitized(String plan, int most) throws Exception {
        return SanitizedPlan.of(source(plan), most, Set.of());
    }

    private static PlanJson.Source source(String plan) {
        return () -> new ByteArrayInputStream(plan.getBytes(UTF_8));
    }

    private static String escaped(String text) {
        String json = Json.write(Value.of(text));
        return json.substring(1, json.length() - 1);
    }

    private static void collect(Value value, List<String> texts) {
        if (value instanceof Value.Fields fields) {
            fields.values().forEach((name, field) -> {
                texts.add(name);
                collect(field, texts);
            });
        }
        value.items().forEach(item -> collect(item, texts));
        if (value instanceof Value.Text || value instanceof Value.Decimal) {
            texts.add(value.toString());
        }
    }
}
