package dev.drift.aws.live;

import dev.drift.aws.provider.ProviderException;
import dev.drift.aws.shared.ConfiguredProvider;
import dev.drift.aws.state.StateObject;
import dev.drift.aws.state.StateObject.Written;
import dev.drift.aws.wire.Diagnostic;
import dev.drift.aws.wire.DynamicValue;
import dev.drift.aws.wire.Message;
import dev.drift.aws.wire.MessageWriter;
import dev.drift.aws.wire.ProviderMethod;
import dev.drift.aws.wire.WireException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Reads objects as the tool would before it plans: the recorded attributes are brought to the provider's present schema, then the
 * provider reads the object beginning from them. For any number of threads.
 */
final class ObjectReader {

    private static final String BUILT_IN = "terraform.io/builtin/terraform";
    private static final int TYPE = 1;
    private static final int RAW_VERSION = 2;
    private static final int RAW = 3;
    private static final int RAW_JSON = 1;
    private static final int UPGRADED = 1;
    private static final int CURRENT = 2;
    private static final int PRIVATE = 3;
    private static final int CURRENT_IDENTITY = 6;
    private static final int READ = 1;
    private static final int DEFERRED = 4;
    private static final int NEW_IDENTITY = 5;

    private final Readers readers;

    ObjectReader(Readers readers) {
        this.readers = readers;
    }

    /**
     * Makes sure that an object is live as it is recorded.
     *
     * @throws NotLiveException if it is not, or that cannot be told
     */
    void requireUnmoved(StateObject object) throws NotLiveException {
        if (!object.whole()) {
            throw new NotLiveException(object.address() + " is tainted, deposed or recorded in an old form");
        }
        if (Readers.source(object.provider()).equals(BUILT_IN)) {
            return;
        }
        ConfiguredProvider provider = readers.of(object);
        try {
            requireUnmoved(object, provider);
        } catch (ProviderException failed) {
            throw new NotLiveException(object.address() + " cannot be read: " + failed.getMessage());
        } catch (WireException | IllegalArgumentException unreadable) {
            throw new NotLiveException(object.address() + " is recorded or answered in a way that makes no sense");
        }
    }

    private static void requireUnmoved(StateObject object, ConfiguredProvider provider)
            throws NotLiveException, ProviderException {
        String type = object.address().type();
        byte[] upgraded = provider.upgraded(raw(type, object.attributes()));
        requireNoError(object, ProviderMethod.UPGRADE_STATE, upgraded);
        byte[] recorded = Message.of(upgraded)
                .bytes(UPGRADED)
                .orElseThrow(() -> new NotLiveException(object.address() + " cannot be understood by the provider"));
        MessageWriter request = new MessageWriter().text(TYPE, type).bytes(CURRENT, recorded);
        if (!object.privateData().isEmpty()) {
            request.bytes(PRIVATE, Base64.getDecoder().decode(object.privateData()));
        }
        if (object.identity().isPresent()) {
            request.bytes(CURRENT_IDENTITY, identity(object, provider));
        }
        byte[] answer = provider.read(request.toBytes());
        requireNoError(object, ProviderMethod.READ, answer);
        byte[] live = Message.of(answer)
                .bytes(READ)
                .orElseThrow(() -> new NotLiveException(object.address() + " was read, and nothing was said of it"));
        if (Message.of(answer).bytes(DEFERRED).isPresent()
                || isAnother(request.toBytes(), answer)
                || !isSame(recorded, live, type, provider)) {
            throw new NotLiveException(object.address() + " is not as it was recorded");
        }
    }

    /** An object of the same values in another account has another identity. */
    private static boolean isAnother(byte[] request, byte[] answer) {
        Optional<byte[]> asked = Message.of(request).bytes(CURRENT_IDENTITY);
        Optional<byte[]> told = Message.of(answer).bytes(NEW_IDENTITY);
        return asked.isPresent() && told.isPresent() && !Arrays.equals(asked.get(), told.get());
    }

    private static byte[] identity(StateObject object, ConfiguredProvider provider)
            throws NotLiveException, ProviderException {
        byte[] answer = provider.upgradedIdentity(
                raw(object.address().type(), object.identity().orElseThrow()));
        requireNoError(object, ProviderMethod.UPGRADE_IDENTITY, answer);
        return Message.of(answer)
                .bytes(UPGRADED)
                .orElseThrow(() -> new NotLiveException(object.address() + " has an identity nobody understands"));
    }

    private static byte[] raw(String type, Written written) {
        byte[] json = new MessageWriter()
                .bytes(RAW_JSON, written.json().getBytes(StandardCharsets.UTF_8))
                .toBytes();
        MessageWriter request = new MessageWriter().text(TYPE, type);
        if (written.version() != 0) {
            request.number(RAW_VERSION, written.version());
        }
        return request.bytes(RAW, json).toBytes();
    }

    private static void requireNoError(StateObject object, ProviderMethod method, byte[] answer)
            throws NotLiveException {
        if (Diagnostic.of(method, answer).stream().anyMatch(Diagnostic::isError)) {
            throw new NotLiveException(object.address() + " cannot be read");
        }
    }

    /** Most providers answer the same bytes each time. Some shuffle what has no order, so the values have the last word. */
    private static boolean isSame(byte[] recorded, byte[] live, String type, ConfiguredProvider provider) {
        return Arrays.equals(recorded, live)
                || provider.schema(type)
                        .filter(schema -> schema.restored(value(recorded)).equals(schema.restored(value(live))))
                        .isPresent();
    }

    private static dev.drift.value.Value value(byte[] dynamic) {
        return DynamicValue.in(Message.of(new MessageWriter().bytes(1, dynamic).toBytes()), 1)
                .orElseThrow()
                .value();
    }
}
