package dev.drift.aws.wire;

import static dev.drift.aws.wire.SchemaMessages.attribute;
import static dev.drift.aws.wire.SchemaMessages.block;
import static dev.drift.aws.wire.SchemaMessages.nested;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.drift.value.Json;
import dev.drift.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the code writes, as a whole object. */
class FilledTest {

    private static final SchemaBlock PROVIDER = SchemaBlock.read(Message.of(block(
                    attribute("region", "\"string\"", 5),
                    attribute("max_retries", "\"number\"", 5),
                    attribute("insecure", "\"bool\"", 5),
                    attribute("allowed_account_ids", "[\"set\",\"string\"]", 5))
            .bytes(
                    3,
                    nested(
                            "default_tags",
                            Nesting.LIST,
                            block(attribute("tags", "[\"map\",\"string\"]", 5)).toBytes()))
            .bytes(
                    3,
                    nested(
                            "endpoints",
                            Nesting.SET,
                            block(attribute("ec2", "\"string\"", 5), attribute("ecs", "\"string\"", 5))
                                    .toBytes()))
            .bytes(
                    3,
                    nested(
                            "odd",
                            Nesting.SET,
                            block().bytes(3, nested("inner", Nesting.SINGLE, new byte[0]))
                                    .toBytes()))
            .toBytes()));

    private static Value filled(String written) {
        return PROVIDER.filled(((Value.Fields) Json.read(written)).values());
    }

    @Test
    void whatIsNotWrittenIsNullAndBlocksThatDoNotOccurAreEmpty() {
        assertThat(Json.write(filled("{}")))
                .isEqualTo("{\"allowed_account_ids\":null,\"default_tags\":[],\"endpoints\":[],"
                        + "\"insecure\":null,\"max_retries\":null,\"odd\":[],\"region\":null}");
    }

    @Test
    void literalsBecomeWhatTheirAttributesAre() {
        assertThat(filled("""
                {"region": "eu-central-1", "max_retries": "5", "insecure": "true", "allowed_account_ids": [111111111111],
                 "default_tags": [{"tags": {"team": "net", "cost": 1.50, "on": true, "none": null}}],
                 "endpoints": [{"ecs": "http://127.0.0.1"}]}""")).isEqualTo(Json.read("""
                {"allowed_account_ids": ["111111111111"],
                 "default_tags": [{"tags": {"cost": "1.5", "none": null, "on": "true", "team": "net"}}],
                 "endpoints": [{"ec2": null, "ecs": "http://127.0.0.1"}],
                 "insecure": true, "max_retries": 5, "odd": [], "region": "eu-central-1"}"""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"dynamic\": [{}]}",
                "{\"region\": [\"eu-central-1\"]}",
                "{\"insecure\": \"yes\"}",
                "{\"max_retries\": \"many\"}",
                "{\"default_tags\": [{\"tags\": [\"net\"]}]}",
                "{\"default_tags\": [{\"tag\": {}}]}",
                "{\"default_tags\": [7]}",
                "{\"odd\": [{}]}"
            })
    void whatHasNoPlaceOrIsOfAnotherTypeIsRefused(String written) {
        assertThatExceptionOfType(WireException.class).isThrownBy(() -> filled(written));
    }

    @Test
    void whatIsNoLiteralIsRefusedWhereverItStands() {
        for (Value written : new Value[] {
            Value.of(java.util.Map.of("region", Value.unknown())),
            Value.of(java.util.Map.of("allowed_account_ids", Value.of(java.util.List.of(Value.unknown())))),
            Value.of(java.util.Map.of("default_tags", Value.unknown()))
        }) {
            assertThatExceptionOfType(WireException.class)
                    .isThrownBy(() -> PROVIDER.filled(((Value.Fields) written).values()));
        }
    }
}
