package dev.drift.aws.shared;

import static java.util.Objects.requireNonNull;

import dev.drift.aws.wire.Message;
import dev.drift.aws.wire.ProviderMethod;
import dev.drift.aws.wire.WireException;
import java.util.Arrays;
import java.util.Optional;

/**
 * A call that a tool makes.
 *
 * @param name the method, as the tool calls it
 * @param request what it sends
 */
@SuppressWarnings("ArrayRecordComponent") // A message is handed on as it came, and nobody writes to it.
record ProviderCall(String name, byte[] request) {

    private static final int TYPE = 1;

    ProviderCall {
        requireNonNull(name, "name is null");
        requireNonNull(request, "request is null");
    }

    Optional<ProviderMethod> method() {
        return ProviderMethod.named(name);
    }

    boolean is(ProviderMethod... methods) {
        return method().filter(Arrays.asList(methods)::contains).isPresent();
    }

    /** Whether the cloud is asked: the calls that take time and may be throttled. */
    boolean reads() {
        return is(ProviderMethod.READ, ProviderMethod.READ_DATA, ProviderMethod.IMPORT);
    }

    /** The part of the cloud it speaks of, as the type tells: {@code ecs} of {@code aws_ecs_service}. */
    String service() {
        String[] words = typeName().split("_", -1);
        return words.length > 1 ? words[1] : "";
    }

    /** Equal calls, of whatever stack, are equally dangerous. */
    String digest() {
        return Digests.of(name, request);
    }

    private String typeName() {
        try {
            return Message.of(request).text(TYPE);
        } catch (WireException unreadable) {
            return "";
        }
    }

    /** Requests hold values in clear, so only the method is printed. */
    @Override
    public String toString() {
        return name;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProviderCall call && call.name.equals(name) && Arrays.equals(call.request, request);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(request);
    }
}
