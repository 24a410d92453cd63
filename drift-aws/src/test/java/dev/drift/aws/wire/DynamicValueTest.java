package dev.drift.aws.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.drift.value.Value;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessagePacker;

class DynamicValueTest {

    @Test
    void readsWhatItWrote() {
        for (int seed = 0; seed < 300; seed++) {
            Value value = new RandomValues(seed).next(4);

            assertThat(DynamicValue.of(value).value()).as("seed %d", seed).isEqualTo(value);
        }
    }

    @Test
    void readsJson() {
        byte[] message = new MessageWriter()
                .bytes(2, "{\"name\": \"x\", \"ports\": [80]}".getBytes(StandardCharsets.UTF_8))
                .toBytes();

        assertThat(read(message))
                .isEqualTo(Value.of(Map.of("name", Value.of("x"), "ports", Value.of(List.of(Value.of(80))))));
    }

    @Test
    void absentValueIsNull() {
        assertThat(read(new byte[0]).isNull()).isTrue();
    }

    @Test
    void refinedUnknownIsUnknown() throws Exception {
        byte[] packed = packed(out -> {
            out.packArrayHeader(1);
            out.packExtensionTypeHeader((byte) 12, 5);
            out.writePayload(new byte[] {1, 2, 3, 4, 5});
        });

        assertThat(msgpack(packed)).isEqualTo(Value.of(List.of(Value.unknown())));
    }

    @Test
    void valueWithItsTypeIsJustTheValue() throws Exception {
        byte[] packed = packed(out -> {
            out.packArrayHeader(2);
            byte[] type = "\"string\"".getBytes(StandardCharsets.UTF_8);
            out.packBinaryHeader(type.length);
            out.writePayload(type);
            out.packString("x");
        });

        assertThat(msgpack(packed)).isEqualTo(Value.of("x"));
    }

    @Test
    void numberThatNoFloatHoldsTravelsAsText() {
        assertThat(DynamicValue.of(RandomValues.unholdable()).value()).isEqualTo(Value.of("1180591620717411303425"));
        assertThat(DynamicValue.of(new Value.Decimal(new BigDecimal("0.1"))).value())
                .isEqualTo(Value.of("0.1"));
        assertThat(DynamicValue.of(new Value.Decimal(new BigDecimal("1e400"))).value())
                .isEqualTo(Value.of("1E+400"));
    }

    @Test
    void whatMustNotBeShownIsNotSent() {
        assertThatIllegalArgumentException().isThrownBy(() -> DynamicValue.of(Value.of(List.of(Value.redacted()))));
    }

    @Test
    void anyPieceOfAMessageIsReadOrRefused() {
        Random random = new Random(7);
        for (int seed = 0; seed < 300; seed++) {
            byte[] whole = DynamicValue.of(new RandomValues(seed).next(4)).toBytes();
            byte[] broken = java.util.Arrays.copyOf(whole, random.nextInt(whole.length + 1));
            for (int flips = random.nextInt(3); flips > 0 && broken.length > 0; flips--) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt();
            }

            assertThatNothingElseIsThrown(seed, broken);
        }
    }

    private static void assertThatNothingElseIsThrown(int seed, byte[] broken) {
        try {
            assertThat(read(broken)).isNotNull();
        } catch (WireException refused) {
            assertThat(refused.getMessage()).as("seed %d", seed).isNotBlank();
        }
    }

    @ParameterizedTest
    @ValueSource(
            ints = {0xdb, 0xdd, 0xdf, 0xc6, 0xc9 /* texts, lists, objects, bytes and extensions of 32 bits length */})
    void lengthThatCannotBeIsRefusedBeforeMemoryIsTaken(int head) {
        byte[] packed = {(byte) 0x91, (byte) head, 0x7f, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0, 0};

        assertThatExceptionOfType(WireException.class).isThrownBy(() -> msgpack(packed));
    }

    @Test
    void depthIsBounded() {
        byte[] packed = new byte[100_000];
        java.util.Arrays.fill(packed, (byte) 0x91);

        assertThatExceptionOfType(WireException.class)
                .isThrownBy(() -> msgpack(packed))
                .withMessageContaining("deep");
    }

    @Test
    void fillsAFieldThatIsNull() {
        Value before = Value.of(Map.of(
                "region", Value.of("eu-central-1"),
                "max_retries", Value.ofNull(),
                "endpoints", Value.of(List.of(Value.of(Map.of("max_retries", Value.ofNull()))))));

        Value after = DynamicValue.of(before).filling("max_retries", 300).value();

        assertThat(after.field("max_retries")).isEqualTo(Value.of(300));
        assertThat(after.field("region")).isEqualTo(before.field("region"));
        assertThat(after.field("endpoints")).isEqualTo(before.field("endpoints"));
    }

    @Test
    void leavesAFieldAloneThatIsSetOrNotThere() {
        DynamicValue set = DynamicValue.of(Value.of(Map.of("max_retries", Value.of(2))));
        DynamicValue other = DynamicValue.of(Value.of(Map.of("region", Value.ofNull())));
        DynamicValue text = DynamicValue.of(Value.of("max_retries"));

        assertThat(set.filling("max_retries", 8).toBytes()).isEqualTo(set.toBytes());
        assertThat(other.filling("max_retries", 8).toBytes()).isEqualTo(other.toBytes());
        assertThat(text.filling("max_retries", 8).toBytes()).isEqualTo(text.toBytes());
    }

    @Test
    void printsNoValue() {
        assertThat(DynamicValue.of(Value.of("hunter2"))).asString().doesNotContain("hunter2");
    }

    private static Value read(byte[] message) {
        Message holder = Message.of(new MessageWriter().bytes(1, message).toBytes());
        return DynamicValue.in(holder, 1).orElseThrow().value();
    }

    private static Value msgpack(byte[] packed) {
        return read(new MessageWriter().bytes(1, packed).toBytes());
    }

    private static byte[] packed(Packing packing) throws Exception {
        try (MessageBufferPacker packer = MessagePack.newDefaultBufferPacker();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            packing.pack(packer);
            out.write(packer.toByteArray());
            return out.toByteArray();
        }
    }

    private interface Packing {
        void pack(MessagePacker out) throws Exception;
    }
}
