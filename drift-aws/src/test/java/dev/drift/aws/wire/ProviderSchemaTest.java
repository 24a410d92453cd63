package dev.drift.aws.wire;

import static dev.drift.aws.wire.SchemaMessages.attribute;
import static dev.drift.aws.wire.SchemaMessages.block;
import static dev.drift.aws.wire.SchemaMessages.entry;
import static dev.drift.aws.wire.SchemaMessages.nested;
import static dev.drift.aws.wire.SchemaMessages.schema;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.drift.value.Json;
import dev.drift.value.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProviderSchemaTest {

    private static final byte[] QUEUE =
            schema(block(attribute("name", "\"string\"", 5)).toBytes());
    private static final byte[] PROVIDER =
            schema(block(attribute("region", "\"string\"", 5)).toBytes());

    @Test
    void trimsWhatIsOfATypeAndKeepsTheRestAsItCame() {
        MessageWriter whole = new MessageWriter().bytes(1, PROVIDER);
        MessageWriter trimmed = new MessageWriter().bytes(1, PROVIDER);
        for (int kind : new int[] {2, 3, 8, 9, 11}) {
            whole.bytes(kind, entry("aws_vpc", QUEUE)).bytes(kind, entry("aws_sqs_queue", QUEUE));
            trimmed.bytes(kind, entry("aws_sqs_queue", QUEUE));
        }
        for (MessageWriter either : List.of(whole, trimmed)) {
            either.bytes(7, entry("arn_parse", new byte[0]))
                    .bytes(4, new MessageWriter().number(1, 2).text(2, "old").toBytes())
                    .bytes(5, QUEUE)
                    .bytes(6, new MessageWriter().number(2, 1).toBytes())
                    .bytes(10, entry("state_store", QUEUE))
                    .number(99, 7);
        }

        assertThat(ProviderSchema.of(whole.toBytes()).trimmedTo(Set.of("aws_sqs_queue", "aws_unheard_of")))
                .isEqualTo(trimmed.toBytes());
    }

    @Test
    void trimsIdentities() {
        byte[] whole = new MessageWriter()
                .bytes(1, entry("aws_vpc", QUEUE))
                .bytes(1, entry("aws_sqs_queue", QUEUE))
                .bytes(2, new MessageWriter().number(1, 2).toBytes())
                .toBytes();

        assertThat(ProviderSchema.identitiesTrimmedTo(Set.of("aws_vpc"), whole))
                .isEqualTo(new MessageWriter()
                        .bytes(1, entry("aws_vpc", QUEUE))
                        .bytes(2, new MessageWriter().number(1, 2).toBytes())
                        .toBytes());
    }

    @Test
    void answerWithoutASchemaIsRefused() {
        byte[] failed = new MessageWriter()
                .bytes(1, PROVIDER)
                .bytes(
                        4,
                        new MessageWriter()
                                .number(1, 1)
                                .text(2, "out of memory")
                                .toBytes())
                .toBytes();

        assertThatExceptionOfType(WireException.class)
                .isThrownBy(() -> ProviderSchema.of(failed))
                .withMessageContaining("out of memory");
        assertThatExceptionOfType(WireException.class).isThrownBy(() -> ProviderSchema.of(new byte[0]));
    }

    @Test
    void factsSayAPlaceOnceAndSetsWhereverTheyAre() {
        byte[] certificate = block(attribute("arn", "\"string\"", 6)).toBytes();
        byte[] object = new MessageWriter()
                .bytes(1, attribute("key", "\"string\"", 5, 7))
                .bytes(1, attribute("ids", "[\"set\",\"string\"]", 6))
                .number(3, 3)
                .toBytes();
        byte[] type = block(
                        attribute("arn", "\"string\"", 6),
                        attribute("id", "\"string\"", 5, 6),
                        attribute("password", "\"string\"", 5, 7),
                        attribute("options", "[\"list\",[\"object\",{\"zones\":[\"set\",\"string\"]}]]", 6),
                        new MessageWriter()
                                .text(1, "modern")
                                .bytes(10, object)
                                .number(5, 1)
                                .toBytes())
                .bytes(3, nested("rule", Nesting.SET, certificate))
                .bytes(3, nested("config", Nesting.LIST, certificate))
                .toBytes();

        assertThat(SchemaFacts.of(read(type)))
                .isEqualTo("set: modern modern.ids options.zones rule"
                        + " computed: arn config.arn modern.ids options rule.arn secret: modern.key password");
    }

    @Test
    void declaredIsWhatTheCodeMentions() {
        byte[] rule = block(attribute("port", "\"number\"", 5), attribute("note", "\"string\"", 5))
                .toBytes();
        byte[] type = block(
                        attribute("name", "\"string\"", 5),
                        attribute("weight", "\"number\"", 5),
                        attribute("zones", "[\"list\",\"string\"]", 5))
                .bytes(3, nested("rule", Nesting.SET, rule))
                .bytes(3, nested("timeouts", Nesting.SINGLE, rule))
                .bytes(3, nested("never", Nesting.LIST, rule))
                .toBytes();
        Value configuration = Value.of(Map.of(
                "name", Value.ofNull(),
                "weight", Value.of("0.1"),
                "zones", Value.of(List.of()),
                "rule", Value.of(List.of(Value.of(Map.of("port", Value.unknown(), "note", Value.ofNull())))),
                "timeouts", Value.ofNull(),
                "never", Value.of(List.of())));

        assertThat(read(type).declared(configuration))
                .isEqualTo(Value.of(Map.of(
                        "weight", new Value.Decimal(new BigDecimal("0.1")),
                        "zones", Value.of(List.of()),
                        "rule", Value.of(List.of(Value.of(Map.of("port", Value.unknown())))))));
    }

    @Test
    void numbersAreRestoredWhereverTheirTypeSaysSo() {
        byte[] type = block(
                        attribute("map", "[\"map\",\"number\"]", 5),
                        attribute("deep", "[\"list\",[\"object\",{\"n\":\"number\",\"t\":\"string\"}]]", 5),
                        attribute("pair", "[\"tuple\",[\"string\",\"number\"]]", 5))
                .toBytes();

        Value restored = read(type)
                .restored(Json.read(
                        "{\"map\":{\"a\":\"0.1\"},\"deep\":[{\"n\":\"0.1\",\"t\":\"0.1\"}],\"pair\":[\"1\",\"0.3\"]}"));

        assertThat(restored)
                .isEqualTo(
                        Json.read("{\"map\":{\"a\":0.1},\"deep\":[{\"n\":0.1,\"t\":\"0.1\"}],\"pair\":[\"1\",0.3]}"));
    }

    @Test
    void typeThatIsNoJsonIsRefused() {
        byte[] type = block(new MessageWriter()
                        .text(1, "x")
                        .bytes(2, "[".getBytes(UTF_8))
                        .toBytes())
                .toBytes();

        assertThatExceptionOfType(WireException.class).isThrownBy(() -> read(type));
    }

    private static SchemaBlock read(byte[] block) {
        byte[] answer = new MessageWriter()
                .bytes(1, PROVIDER)
                .bytes(2, entry("aws_thing", schema(block)))
                .toBytes();
        return ProviderSchema.of(answer).resource("aws_thing").orElseThrow();
    }
}
