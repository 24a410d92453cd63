package dev.drift.aws.wire;

import static java.util.Objects.requireNonNull;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A protobuf message as its fields lie in it. Only its own level is looked at: what a field holds is read when it is asked for.
 * Immutable as long as nobody writes into the bytes it was read from, which it keeps.
 */
public final class Message {

    /** A message without any field. */
    public static final Message EMPTY = of(new byte[0]);

    private final Bytes bytes;
    private final List<Field> fields;

    private Message(Bytes bytes, List<Field> fields) {
        this.bytes = bytes;
        this.fields = fields;
    }

    /**
     * The message the bytes write.
     *
     * @throws WireException if they write none
     */
    public static Message of(byte[] bytes) {
        return of(new Bytes(requireNonNull(bytes, "bytes is null"), 0, bytes.length));
    }

    static Message of(Bytes bytes) {
        CodedInputStream in = CodedInputStream.newInstance(bytes.array(), bytes.start(), bytes.length());
        List<Field> fields = new ArrayList<>();
        try {
            while (!in.isAtEnd()) {
                fields.add(field(in, bytes));
            }
        } catch (IOException broken) {
            throw new WireException("A message ends early or is no message", broken);
        }
        return new Message(bytes, fields);
    }

    private static Field field(CodedInputStream in, Bytes bytes) throws IOException {
        int start = in.getTotalBytesRead();
        int tag = in.readTag();
        int number = WireFormat.getTagFieldNumber(tag);
        int kind = WireFormat.getTagWireType(tag);
        int valueStart = in.getTotalBytesRead();
        long varint = 0;
        if (kind == WireFormat.WIRETYPE_VARINT) {
            varint = in.readRawVarint64();
        } else if (kind == WireFormat.WIRETYPE_LENGTH_DELIMITED) {
            int length = in.readRawVarint32();
            valueStart = in.getTotalBytesRead();
            in.skipRawBytes(length);
        } else if (!in.skipField(tag)) {
            throw new WireException("A message holds the end of a group that never began");
        }
        int end = in.getTotalBytesRead();
        return new Field(number, kind, varint, bytes.part(start, end), bytes.part(valueStart, end));
    }

    /** What the last field of that number holds, if there is one and it holds bytes. */
    public Optional<byte[]> bytes(int number) {
        return last(number).map(Bytes::copy);
    }

    /** What all fields of that number hold, in their order. */
    public List<byte[]> allBytes(int number) {
        return all(number).stream().map(Bytes::copy).toList();
    }

    /** The message that the last field of that number holds; {@link #EMPTY} if there is none. */
    public Message message(int number) {
        return last(number).map(Message::of).orElse(EMPTY);
    }

    /** The messages that all fields of that number hold, in their order. */
    public List<Message> messages(int number) {
        return all(number).stream().map(Message::of).toList();
    }

    /** The text that the last field of that number holds; empty if there is none. */
    public String text(int number) {
        return last(number).map(Bytes::text).orElse("");
    }

    /** The number that the last field of that number holds; 0 if there is none. */
    public long number(int number) {
        long found = 0;
        for (Field field : fields) {
            if (field.number() == number && field.kind() == WireFormat.WIRETYPE_VARINT) {
                found = field.varint();
            }
        }
        return found;
    }

    /** Whether the last field of that number holds true. */
    public boolean flag(int number) {
        return number(number) != 0;
    }

    /** The bytes of the same message with one field of that number holding these bytes, in place of all there are. */
    public byte[] with(int number, byte[] held) {
        MessageWriter writer = new MessageWriter();
        boolean written = false;
        for (Field field : fields) {
            if (field.number() != number) {
                writer.raw(field.whole());
            } else if (!written) {
                writer.bytes(number, held);
                written = true;
            }
        }
        return written ? writer.toBytes() : writer.bytes(number, held).toBytes();
    }

    /** As it came. */
    public byte[] toBytes() {
        return bytes.copy();
    }

    List<Field> fields() {
        return fields;
    }

    private Optional<Bytes> last(int number) {
        List<Bytes> all = all(number);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    private List<Bytes> all(int number) {
        return fields.stream()
                .filter(field -> field.number() == number && field.kind() == WireFormat.WIRETYPE_LENGTH_DELIMITED)
                .map(Field::held)
                .toList();
    }

    /** The content may be secret, so it is not printed. */
    @Override
    public String toString() {
        return "message of " + bytes.length() + " bytes";
    }

    /**
     * One field.
     *
     * @param varint its number, if it holds one
     * @param whole the field with its tag
     * @param held what it holds
     */
    record Field(int number, int kind, long varint, Bytes whole, Bytes held) {}

    /** A part of an array, which is read and never written. */
    @SuppressWarnings("ArrayRecordComponent")
    record Bytes(byte[] array, int start, int end) {

        int length() {
            return end - start;
        }

        Bytes part(int from, int to) {
            return new Bytes(array, start + from, start + to);
        }

        byte[] copy() {
            return Arrays.copyOfRange(array, start, end);
        }

        String text() {
            return new String(array, start, length(), StandardCharsets.UTF_8);
        }
    }
}
