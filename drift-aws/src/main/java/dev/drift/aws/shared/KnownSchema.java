package dev.drift.aws.shared;

import static java.util.Objects.requireNonNull;

import dev.drift.aws.wire.Message;
import dev.drift.aws.wire.MessageWriter;
import dev.drift.aws.wire.ProviderSchema;
import dev.drift.aws.wire.WireException;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a version of a provider says of its types.
 *
 * @param protocol the version of the protocol it says it in
 * @param schema its schema
 * @param identities its answer about the identities of its types; empty if it cannot answer
 */
record KnownSchema(int protocol, ProviderSchema schema, Optional<byte[]> identities) {

    private static final int DIGEST = 32;
    private static final int PROTOCOL = 1;
    private static final int SCHEMA = 2;
    private static final int IDENTITIES = 3;

    KnownSchema {
        requireNonNull(schema, "schema is null");
        requireNonNull(identities, "identities is null");
    }

    /** As it is kept: a digest, then the rest as a message. */
    byte[] toBytes() {
        MessageWriter writer = new MessageWriter().number(PROTOCOL, protocol).bytes(SCHEMA, schema.toBytes());
        identities.ifPresent(answer -> writer.bytes(IDENTITIES, answer));
        byte[] body = writer.toBytes();
        byte[] whole = Arrays.copyOf(Digests.of(body), DIGEST + body.length);
        System.arraycopy(body, 0, whole, DIGEST, body.length);
        return whole;
    }

    /** What was kept; empty if it is not whole. */
    static Optional<KnownSchema> read(byte[] whole) {
        if (whole.length < DIGEST) {
            return Optional.empty();
        }
        byte[] body = Arrays.copyOfRange(whole, DIGEST, whole.length);
        if (!Arrays.equals(Digests.of(body), Arrays.copyOf(whole, DIGEST))) {
            return Optional.empty();
        }
        try {
            Message message = Message.of(body);
            return message.bytes(SCHEMA)
                    .map(schema -> new KnownSchema(
                            (int) message.number(PROTOCOL), ProviderSchema.of(schema), message.bytes(IDENTITIES)));
        } catch (WireException other) {
            return Optional.empty();
        }
    }
}
