package dev.drift.aws.wire;

import dev.drift.value.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessagePacker;

/** Writes a value as providers expect it: numbers as integers, floats or, where both would lose digits, decimal texts. */
final class MsgpackWriter {

    private static final byte UNKNOWN = 0;
    private static final int LONGEST_INTEGER = 63;

    private MsgpackWriter() {}

    static byte[] write(Value value) {
        try (MessageBufferPacker packer = MessagePack.newDefaultBufferPacker()) {
            write(packer, value);
            return packer.toByteArray();
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static void write(MessagePacker out, Value value) throws IOException {
        if (value instanceof Value.Bool bool) {
            out.packBoolean(bool.value());
        } else if (value instanceof Value.Decimal number) {
            write(out, number.value());
        } else if (value instanceof Value.Text text) {
            out.packString(text.value());
        } else if (value instanceof Value.Items items) {
            out.packArrayHeader(items.values().size());
            for (Value item : items.values()) {
                write(out, item);
            }
        } else if (value instanceof Value.Fields fields) {
            out.packMapHeader(fields.values().size());
            for (Map.Entry<String, Value> field : fields.values().entrySet()) {
                out.packString(field.getKey());
                write(out, field.getValue());
            }
        } else if (value instanceof Value.Unknown) {
            out.packExtensionTypeHeader(UNKNOWN, 1);
            out.writePayload(new byte[1]);
        } else if (value.isNull()) {
            out.packNil();
        } else {
            throw new IllegalArgumentException("A value that must not be shown cannot be sent");
        }
    }

    private static void write(MessagePacker out, BigDecimal number) throws IOException {
        if (number.scale() <= 0 && number.precision() - number.scale() < LONGEST_INTEGER) {
            BigInteger integer = number.toBigIntegerExact();
            if (integer.bitLength() <= LONGEST_INTEGER) {
                out.packLong(integer.longValueExact());
                return;
            }
        }
        double near = number.doubleValue();
        if (Double.isFinite(near) && new BigDecimal(near).compareTo(number) == 0) {
            out.packDouble(near);
        } else {
            out.packString(number.toString());
        }
    }
}
