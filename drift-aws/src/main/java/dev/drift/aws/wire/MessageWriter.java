package dev.drift.aws.wire;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Writes a protobuf message field by field. Not for several threads. */
public final class MessageWriter {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CodedOutputStream out = CodedOutputStream.newInstance(bytes);

    /** Writes a field that holds bytes: also a message. */
    public MessageWriter bytes(int number, byte[] held) {
        return write(() -> out.writeByteArray(number, held));
    }

    /** Writes a field that holds a text. */
    public MessageWriter text(int number, String held) {
        return bytes(number, held.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a field that holds a number, a truth or a word of an enumeration. */
    public MessageWriter number(int number, long held) {
        return write(() -> out.writeInt64(number, held));
    }

    /** Writes a field as it came. */
    MessageWriter raw(Message.Bytes field) {
        return write(() -> out.writeRawBytes(field.array(), field.start(), field.length()));
    }

    /** The message as written so far. */
    public byte[] toBytes() {
        write(out::flush);
        return bytes.toByteArray();
    }

    private MessageWriter write(Writing writing) {
        try {
            writing.write();
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        return this;
    }

    private interface Writing {
        void write() throws IOException;
    }
}
