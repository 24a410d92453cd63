package dev.drift.aws.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/** Writes schemas as a provider would. */
public final class SchemaMessages {

    private SchemaMessages() {}

    /** An attribute with the truths of these fields: 4 required, 5 optional, 6 computed, 7 sensitive. */
    public static byte[] attribute(String name, String type, int... truths) {
        MessageWriter attribute = new MessageWriter().text(1, name).bytes(2, type.getBytes(UTF_8));
        for (int truth : truths) {
            attribute.number(truth, 1);
        }
        return attribute.toBytes();
    }

    /** A block inside another. */
    public static byte[] nested(String name, Nesting nesting, byte[] block) {
        return new MessageWriter()
                .text(1, name)
                .bytes(2, block)
                .number(3, List.of(Nesting.values()).indexOf(nesting))
                .toBytes();
    }

    /** A block of attributes and of blocks. */
    public static MessageWriter block(byte[]... attributes) {
        MessageWriter block = new MessageWriter();
        for (byte[] attribute : attributes) {
            block.bytes(2, attribute);
        }
        return block;
    }

    /** The schema of a type made of that block. */
    public static byte[] schema(byte[] block) {
        return new MessageWriter().number(1, 3).bytes(2, block).toBytes();
    }

    /** An entry of a map. */
    public static byte[] entry(String key, byte[] value) {
        return new MessageWriter().text(1, key).bytes(2, value).toBytes();
    }
}
