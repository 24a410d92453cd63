package dev.drift.aws.shared;

import static java.util.Objects.requireNonNull;

import dev.drift.aws.wire.Message;
import java.util.Arrays;

/**
 * A configuration of a provider as a tool sent it, in clear.
 *
 * @param source the address of the provider
 * @param version its version
 * @param request the message that configures it
 * @param secret whether it holds something that must not be written down
 */
public record SentConfiguration(String source, String version, Message request, boolean secret) {

    public SentConfiguration {
        requireNonNull(source, "source is null");
        requireNonNull(version, "version is null");
        requireNonNull(request, "request is null");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SentConfiguration sent
                && sent.source.equals(source)
                && sent.version.equals(version)
                && Arrays.equals(sent.request.toBytes(), request.toBytes());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(request.toBytes());
    }

    /** Configurations may hold credentials, so they are not printed. */
    @Override
    public String toString() {
        return source + " " + version;
    }
}
