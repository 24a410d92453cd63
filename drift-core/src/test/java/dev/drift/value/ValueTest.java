package dev.drift.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValueTest {

    @Test
    void numbersAreEqualByWhatTheyCount() {
        assertThat(new Value.Decimal(new BigDecimal("1.0"))).isEqualTo(Value.of(1));
        assertThat(new Value.Decimal(new BigDecimal("0E-12"))).isEqualTo(Value.of(0));
        assertThat(new Value.Decimal(new BigDecimal("1E+3"))).hasToString("1000");
        assertThat(new Value.Decimal(new BigDecimal("1E+99999999"))).hasToString("1E+99999999");
    }

    @Test
    void objectsAreEqualWhateverTheOrderOfTheirFields() {
        Map<String, Value> forwards = new LinkedHashMap<>();
        forwards.put("a", Value.of(1));
        forwards.put("b", Value.of(2));
        Map<String, Value> backwards = new LinkedHashMap<>();
        backwards.put("b", Value.of(2));
        backwards.put("a", Value.of(1));

        assertThat(Value.of(forwards)).isEqualTo(Value.of(backwards)).hasSameHashCodeAs(Value.of(backwards));
        assertThat(Json.write(Value.of(backwards))).isEqualTo("{\"b\":2,\"a\":1}");
        assertThat(Json.writeSorted(Value.of(List.of(Value.of(backwards))))).isEqualTo("[{\"a\":1,\"b\":2}]");
    }

    @Test
    void keepsNothingOfWhatItWasMadeFrom() {
        Map<String, Value> fields = new HashMap<>(Map.of("a", Value.of(1)));
        Value value = Value.of(fields);

        fields.put("b", Value.of(2));

        assertThat(value.field("b").isNull()).isTrue();
        assertThatNullPointerException().isThrownBy(() -> Value.of(Collections.singletonMap("a", null)));
    }

    @Test
    void answersForWhatItIsNot() {
        assertThat(Value.of("text").field("a")).isEqualTo(Value.ofNull());
        assertThat(Value.of("text").items()).isEmpty();
        assertThat(Value.of(1).text()).isEmpty();
        assertThat(Value.redacted()).hasToString("[redacted]").isNotEqualTo(Value.unknown());
    }
}
