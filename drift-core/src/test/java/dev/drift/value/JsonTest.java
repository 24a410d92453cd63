package dev.drift.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @Test
    void readsBackWhatItWrote() {
        for (long seed = 0; seed < 500; seed++) {
            Value value = new RandomValues(new Random(seed)).value(4);

            assertThat(Json.read(Json.write(value))).as("seed %s", seed).isEqualTo(value);
            assertThat(Json.read(Json.writePretty(value))).as("seed %s", seed).isEqualTo(value);
        }
    }

    @Test
    void writesTheSameBytesForWhatItReadBack() {
        for (long seed = 0; seed < 200; seed++) {
            String written = Json.writePretty(new RandomValues(new Random(seed)).value(4));

            assertThat(Json.writePretty(Json.read(written))).as("seed %s", seed).isEqualTo(written);
        }
    }

    @Test
    void writesPrettyWithTwoSpacesAndWithoutLineEnd() {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("z", Value.of(List.of(Value.of(1), Value.of(true))));
        fields.put("a", Value.of(Map.of()));
        fields.put("m", Value.of(List.of()));

        assertThat(Json.writePretty(Value.of(fields)))
                .isEqualTo("{\n  \"z\": [\n    1,\n    true\n  ],\n  \"a\": {},\n  \"m\": []\n}");
        assertThat(Json.write(Value.of(fields))).isEqualTo("{\"z\":[1,true],\"a\":{},\"m\":[]}");
    }

    @Test
    void escapesWhatCouldBecomeSomethingElse() {
        assertThat(Json.write(Value.of("\"\\\n\t\r\u0000\u001b\u007f\u009b\u2028\u2029\ud800x\udc00")))
                .isEqualTo("\"\\\"\\\\\\n\\t\\r\\u0000\\u001b\\u007f\\u009b\\u2028\\u2029\ufffdx\ufffd\"");
        assertThat(Json.write(Value.of("grün \ud83d\ude00 /"))).isEqualTo("\"grün \ud83d\ude00 /\"");
    }

    @Test
    void writesFieldsThatEveryReaderBears() {
        assertThat(Json.write(Value.of(Map.of("\ud800", Value.of("\udc00\ud800")))))
                .isEqualTo("{\"\ufffd\":\"\ufffd\ufffd\"}");
        assertThat(Json.read("\"\\ud800\"")).isEqualTo(Value.of("\ud800"));
    }

    @Test
    void writesWhatJsonHasNoWordForAsText() {
        assertThat(Json.write(Value.of(List.of(Value.unknown(), Value.redacted()))))
                .isEqualTo("[\"(unknown)\",\"[redacted]\"]");
    }

    @ParameterizedTest
    @CsvSource({
        "1.50, 1.5",
        "1e3, 1000",
        "-0, 0",
        "0.10e-2, 0.001",
        "1E+400, 1E+400",
        "12345678901234567890.5, 12345678901234567890.5"
    })
    void keepsNumbersExactly(String read, String written) {
        assertThat(Json.write(Json.read(read))).isEqualTo(written);
    }

    @Test
    void readsEveryEscapeAndEverySpace() {
        assertThat(Json.read(" \t\r\n[ \"a\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\uDE00\" ] "))
                .isEqualTo(Value.of(List.of(Value.of("a\"\\/\b\f\n\r\té\ud83d\ude00"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "nul",
                "nulll",
                "True",
                "[1,]",
                "[,1]",
                "[1 2]",
                "{\"a\":1,}",
                "{a:1}",
                "{\"a\" 1}",
                "{\"a\":}",
                "{'a':1}",
                "01",
                "1.",
                ".5",
                "-",
                "+1",
                "1e",
                "0x1",
                "NaN",
                "Infinity",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"\\u١٢٣٤\"",
                "\"\t\"",
                "\"a",
                "\"a\\",
                "[",
                "{",
                "[1",
                "{\"a\":1",
                "1 1",
                "// x\n1",
                "[1]]",
                "\ufeff1",
                "\u00a01",
                "\uffff",
                "[\uffff]",
                "1e99999999999",
                "1000e2147483647"
            })
    void refusesWhatIsNoJson(String text) {
        assertThatThrownBy(() -> Json.read(text)).isInstanceOf(JsonException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"a\":1,\n \"a\":2}', 2, 2",
        "'[1,\n\n  x]', 3, 3",
        "'[1', 1, 3",
        "'\"ab', 1, 1",
        "'{\"a\":1}}', 1, 8",
        "'[\"a\\x\"]', 1, 5"
    })
    void saysWhereTheTextIsWrong(String text, int line, int column) {
        JsonException thrown = catchThrowableOfType(JsonException.class, () -> Json.read(text));

        assertThat(thrown.line()).isEqualTo(line);
        assertThat(thrown.column()).isEqualTo(column);
        assertThat(thrown).hasMessageEndingWith(" at " + line + ":" + column);
    }

    @Test
    void boundsDepthAndNumbers() {
        assertThat(Json.read("[".repeat(Json.DEEPEST) + "]".repeat(Json.DEEPEST))
                        .items())
                .hasSize(1);
        assertThatThrownBy(() -> Json.read("[".repeat(10_000_000))).isInstanceOf(JsonException.class);
        assertThatThrownBy(() -> Json.read("{\"a\":".repeat(Json.DEEPEST + 1))).hasMessageContaining("deep");
        assertThat(Json.read("1".repeat(Json.LONGEST_NUMBER))).isInstanceOf(Value.Decimal.class);
        assertThatThrownBy(() -> Json.read("1".repeat(Json.LONGEST_NUMBER + 1))).hasMessageContaining("longer");
    }

    @Test
    void quotesNothingOfTheTextInItsErrors() {
        assertThatThrownBy(() -> Json.read("{\"password\": hunter2}")).hasMessage("Expected a value at 1:14");
    }
}
