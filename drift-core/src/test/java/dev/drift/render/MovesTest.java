package dev.drift.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drift.value.Json;
import dev.drift.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

class MovesTest {

    @Test
    void showsWhatCameInPartsWithoutWhatIsEmpty() {
        Value rule = Json.read(
                "{\"protocol\":\"tcp\",\"from_port\":22,\"description\":\"\",\"self\":null,\"prefix_list_ids\":[],\"cidr_blocks\":[\"0.0.0.0/0\"],\"note\":\"a"
                        + " rule that is long enough to be parted\"}");

        assertThat(lines(Value.ofNull(), rule))
                .containsExactly(
                        "protocol + \"tcp\"",
                        "from_port + 22",
                        "cidr_blocks + [\"0.0.0.0/0\"]",
                        "note + \"a rule that is long enough to be parted\"");
    }

    @Test
    void showsShortObjectsWhole() {
        assertThat(lines(Json.read("[{\"port\":22}]"), Json.read("[]"))).containsExactly(" - {port: 22}");
    }

    @Test
    void pairsStatementsBySid() {
        Value before = Value.of(
                "{\"Statement\":[{\"Sid\":\"A\",\"Action\":\"s3:Get*\"},{\"Sid\":\"B\",\"Action\":\"s3:Put*\"}]}");
        Value after = Value.of(
                "{\"Statement\":[{\"Sid\":\"B\",\"Action\":[\"s3:Put*\"]},{\"Sid\":\"A\",\"Action\":\"s3:*\"}]}");

        assertThat(lines(before, after)).containsExactly("Statement[1].Action \"s3:Get*\" → \"s3:*\"");
    }

    @Test
    void showsTheLinesOfATextThatDiffer() {
        assertThat(lines(Value.of("a\nb\nc"), Value.of("a\nB\nc"))).containsExactly(" - \"b\"", " + \"B\"");
    }

    @Test
    void saysSoWhereOnlyTheOrderDiffers() {
        assertThat(lines(Json.read("[1,2]"), Json.read("[2,1]"))).containsExactly(" same items → in another order");
    }

    @Test
    void showsSomethingEvenIfBothLookTheSame() {
        assertThat(lines(Value.of("{\"a\": 1}"), Value.of("{\"a\":1}")))
                .containsExactly(" \"{\\\"a\\\": 1}\" → \"{\\\"a\\\":1}\"");
    }

    @Test
    void keepsTheDifferenceOfLongTextsInSight() {
        Move move = Moves.between(
                        Value.of("x".repeat(500) + "old" + "y".repeat(500)),
                        Value.of("x".repeat(500) + "new" + "y".repeat(500)))
                .get(0)
                .within(60);

        assertThat(move.values()).contains("old", "new").hasSizeLessThanOrEqualTo(64);
    }

    private static List<String> lines(Value before, Value after) {
        return Moves.between(before, after).stream()
                .map(move -> move.place() + " " + move.values())
                .toList();
    }
}
