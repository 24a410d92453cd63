package dev.drift.aws.provider;

import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Passes messages through without looking into them. */
enum BytesAsTheyAre implements MethodDescriptor.Marshaller<byte[]> {
    MARSHALLER;

    @Override
    public InputStream stream(byte[] message) {
        return new ByteArrayInputStream(message);
    }

    @Override
    public byte[] parse(InputStream stream) {
        try {
            return stream.readAllBytes();
        } catch (IOException broken) {
            throw Status.INTERNAL
                    .withDescription("the answer broke off")
                    .withCause(broken)
                    .asRuntimeException();
        }
    }
}
