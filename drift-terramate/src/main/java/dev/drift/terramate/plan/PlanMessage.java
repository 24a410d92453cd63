package dev.drift.terramate.plan;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * The fields of one protobuf message, in the order written. Numbers are taken as far as they fit a {@code long}; whatever else
 * is not as the encoding wants it is a defect.
 */
final class PlanMessage {

    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED_32 = 5;
    private static final int MORE = 0x80;
    private static final int DIGITS = 7;
    private static final int WIDEST = 63;

    private final ByteBuffer bytes;

    private PlanMessage(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /**
     * One field.
     *
     * @param number its number in the message
     * @param value if it is a number
     * @param content if it is none
     */
    record Field(int number, OptionalLong value, ByteBuffer content) {

        String text() {
            return UTF_8.decode(content.duplicate()).toString();
        }

        /** The fields of the message these bytes are. */
        List<Field> fields() throws PlanDefect {
            return PlanMessage.fields(content);
        }

        /** Whether it is the number that an absent field has. */
        boolean isZero() {
            return is(0);
        }

        boolean is(long wanted) {
            return value.equals(OptionalLong.of(wanted));
        }
    }

    static List<Field> fields(ByteBuffer message) throws PlanDefect {
        PlanMessage reader = new PlanMessage(message.duplicate());
        List<Field> fields = new ArrayList<>();
        while (reader.bytes.hasRemaining()) {
            fields.add(reader.next());
        }
        return fields;
    }

    private Field next() throws PlanDefect {
        long tag = varint();
        int number = (int) (tag >>> 3);
        if (number == 0 || tag >>> 32 != 0) {
            throw broken();
        }
        return switch ((int) (tag & 7)) {
            case VARINT -> new Field(number, OptionalLong.of(varint()), content(0));
            case FIXED_64 -> new Field(number, OptionalLong.empty(), content(Long.BYTES));
            case BYTES -> new Field(number, OptionalLong.empty(), content(varint()));
            case FIXED_32 -> new Field(number, OptionalLong.empty(), content(Integer.BYTES));
            default -> throw broken();
        };
    }

    private ByteBuffer content(long length) throws PlanDefect {
        if (length < 0 || length > bytes.remaining()) {
            throw broken();
        }
        ByteBuffer content = bytes.slice(bytes.position(), (int) length);
        bytes.position(bytes.position() + (int) length);
        return content;
    }

    private long varint() throws PlanDefect {
        long value = 0;
        for (int shift = 0; shift <= WIDEST; shift += DIGITS) {
            if (!bytes.hasRemaining()) {
                throw broken();
            }
            byte piece = bytes.get();
            value |= (long) (piece & (MORE - 1)) << shift;
            if ((piece & MORE) == 0) {
                return value;
            }
        }
        throw broken();
    }

    private static PlanDefect broken() {
        return new PlanDefect("the plan file is broken");
    }
}
