package dev.drift.aws.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessageFormat;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessagePackException;
import org.msgpack.core.MessageUnpacker;
import org.msgpack.value.ValueType;

/** Exchanges single values without touching the bytes of the others. */
final class MsgpackPatch {

    private MsgpackPatch() {}

    /** Puts a number where the named field of an object is null; anything else stays as it is. */
    static byte[] fill(byte[] packed, String name, int number) {
        try (MessageUnpacker in = MessagePack.newDefaultUnpacker(packed)) {
            if (!in.hasNext() || in.getNextFormat().getValueType() != ValueType.MAP) {
                return packed;
            }
            int fields = in.unpackMapHeader();
            for (int at = 0; at < fields; at++) {
                if (in.getNextFormat().getValueType() != ValueType.STRING) {
                    return packed;
                }
                boolean named = in.unpackString().equals(name);
                int place = (int) in.getTotalReadBytes();
                if (named) {
                    return in.getNextFormat() == MessageFormat.NIL ? replaced(packed, place, number) : packed;
                }
                in.skipValue();
            }
            return packed;
        } catch (IOException | MessagePackException broken) {
            throw new WireException("A value is no msgpack", broken);
        }
    }

    private static byte[] replaced(byte[] packed, int place, int number) throws IOException {
        try (MessageBufferPacker packer = MessagePack.newDefaultBufferPacker()) {
            packer.packInt(number);
            ByteArrayOutputStream out = new ByteArrayOutputStream(packed.length + Integer.BYTES);
            out.write(packed, 0, place);
            out.write(packer.toByteArray());
            out.write(packed, place + 1, packed.length - place - 1);
            return out.toByteArray();
        }
    }
}
