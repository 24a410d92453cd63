package dev.drift.aws.wire;

import dev.drift.value.Json;
import dev.drift.value.Value;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.msgpack.core.MessageFormat;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessagePackException;
import org.msgpack.core.MessageUnpacker;
import org.msgpack.value.ValueType;

/**
 * Reads one msgpack value. Lengths are held against what is left before anything is made of them, and depth is bounded: the
 * bytes come from another program.
 */
final class MsgpackReader {

    /** The wrapper of a value that carries its type. */
    private static final int TYPED = 2;

    private final MessageUnpacker in;
    private final int size;
    private int depth;

    private MsgpackReader(MessageUnpacker in, int size) {
        this.in = in;
        this.size = size;
    }

    static Value read(byte[] packed) {
        try (MessageUnpacker unpacker = MessagePack.newDefaultUnpacker(packed)) {
            Value value = new MsgpackReader(unpacker, packed.length).value();
            if (unpacker.hasNext()) {
                throw new WireException("Msgpack goes on behind its value");
            }
            return value;
        } catch (IOException | MessagePackException broken) {
            throw new WireException("A value is no msgpack", broken);
        }
    }

    private Value value() throws IOException {
        MessageFormat format = in.getNextFormat();
        return switch (format.getValueType()) {
            case NIL -> {
                in.unpackNil();
                yield Value.ofNull();
            }
            case BOOLEAN -> Value.of(in.unpackBoolean());
            case INTEGER ->
                format == MessageFormat.UINT64
                        ? new Value.Decimal(new BigDecimal(in.unpackBigInteger()))
                        : Value.of(in.unpackLong());
            case FLOAT -> number(format == MessageFormat.FLOAT32 ? in.unpackFloat() : in.unpackDouble());
            case STRING -> Value.of(text());
            case ARRAY -> list();
            case MAP -> object();
            case EXTENSION -> {
                in.readPayload(fitting(in.unpackExtensionTypeHeader().getLength()));
                yield Value.unknown();
            }
            default -> throw new WireException("A value is bytes, which no value of a provider can be");
        };
    }

    private Value number(double number) {
        if (!Double.isFinite(number)) {
            throw new WireException("A number is beyond every bound");
        }
        return new Value.Decimal(BigDecimal.valueOf(number));
    }

    private String text() throws IOException {
        return new String(in.readPayload(fitting(in.unpackRawStringHeader())), StandardCharsets.UTF_8);
    }

    private Value list() throws IOException {
        int length = fitting(in.unpackArrayHeader());
        descend();
        if (length == TYPED && in.getNextFormat().getValueType() == ValueType.BINARY) {
            in.readPayload(fitting(in.unpackBinaryHeader()));
            Value value = value();
            depth--;
            return value;
        }
        List<Value> items = new ArrayList<>(length);
        for (int at = 0; at < length; at++) {
            items.add(value());
        }
        depth--;
        return Value.of(items);
    }

    private Value object() throws IOException {
        int length = fitting(in.unpackMapHeader());
        descend();
        Map<String, Value> fields = new LinkedHashMap<>();
        for (int at = 0; at < length; at++) {
            if (in.getNextFormat().getValueType() != ValueType.STRING) {
                throw new WireException("A field has no name");
            }
            fields.put(text(), value());
        }
        depth--;
        return Value.of(fields);
    }

    private void descend() {
        if (++depth > Json.DEEPEST) {
            throw new WireException("Lists and objects lie more than " + Json.DEEPEST + " deep inside each other");
        }
    }

    /** Everything counted takes a byte at least. */
    private int fitting(int length) {
        if (length < 0 || length > size - in.getTotalReadBytes()) {
            throw new WireException("A value ends early");
        }
        return length;
    }
}
