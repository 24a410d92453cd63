package dev.drift.aws.wire;

import static java.util.Objects.requireNonNull;

import dev.drift.value.Json;
import dev.drift.value.JsonException;
import dev.drift.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A value as it crosses the wire: msgpack, or JSON where a provider prefers it. What is known only later is
 * {@link Value#unknown()}; a value whose type travels with it is just the value.
 */
public final class DynamicValue {

    private static final int MSGPACK = 1;
    private static final int JSON = 2;

    private final Message message;

    private DynamicValue(Message message) {
        this.message = message;
    }

    /** The value a message holds in that field, if it has the field. */
    public static Optional<DynamicValue> in(Message message, int number) {
        return message.bytes(number).map(Message::of).map(DynamicValue::new);
    }

    /**
     * A value to be sent, as msgpack.
     *
     * @throws IllegalArgumentException if something in it must not be shown: that cannot be written
     */
    public static DynamicValue of(Value value) {
        byte[] packed = MsgpackWriter.write(requireNonNull(value, "value is null"));
        return new DynamicValue(
                Message.of(new MessageWriter().bytes(MSGPACK, packed).toBytes()));
    }

    /**
     * The value. An absent one is null.
     *
     * @throws WireException if it cannot be read
     */
    public Value value() {
        Optional<byte[]> packed = message.bytes(MSGPACK).filter(bytes -> bytes.length > 0);
        if (packed.isPresent()) {
            return MsgpackReader.read(packed.get());
        }
        return message.bytes(JSON)
                .filter(bytes -> bytes.length > 0)
                .map(DynamicValue::json)
                .orElse(Value.ofNull());
    }

    /** The same, with the number in the named field of its top level if that field is there and null. */
    public DynamicValue filling(String field, int number) {
        return message.bytes(MSGPACK)
                .map(packed -> MsgpackPatch.fill(packed, field, number))
                .map(packed -> new DynamicValue(Message.of(message.with(MSGPACK, packed))))
                .orElse(this);
    }

    /** As it crosses the wire; equal values of one program are equal bytes. */
    public byte[] toBytes() {
        return message.toBytes();
    }

    private static Value json(byte[] text) {
        try {
            return Json.read(new String(text, StandardCharsets.UTF_8));
        } catch (JsonException broken) {
            throw new WireException("A value is no JSON", broken);
        }
    }

    /** Values may be secrets, so they are not printed. */
    @Override
    public String toString() {
        return message.toString();
    }
}
