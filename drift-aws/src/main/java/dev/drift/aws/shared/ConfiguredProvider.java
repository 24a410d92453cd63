package dev.drift.aws.shared;

import dev.drift.aws.provider.ProviderException;
import dev.drift.aws.wire.ProviderMethod;
import dev.drift.aws.wire.SchemaBlock;
import java.util.Optional;

/** A shared provider with one configuration, which is only ever read with. For any number of threads. */
public final class ConfiguredProvider {

    private final KnownSchema known;
    private final Backing backing;

    ConfiguredProvider(KnownSchema known, Backing backing) {
        this.known = known;
        this.backing = backing;
    }

    /** The answer to {@code UpgradeResourceState}. */
    public byte[] upgraded(byte[] request) throws ProviderException {
        return answer(ProviderMethod.UPGRADE_STATE, request);
    }

    /** The answer to {@code UpgradeResourceIdentity}. */
    public byte[] upgradedIdentity(byte[] request) throws ProviderException {
        return answer(ProviderMethod.UPGRADE_IDENTITY, request);
    }

    /**
     * The answer to {@code ReadResource}. It waits until the cloud can be asked once more, and for a new process where one died.
     * Ends early when the thread is interrupted, which then stays so.
     *
     * @throws ProviderException if there is no answer
     */
    public byte[] read(byte[] request) throws ProviderException {
        return answer(ProviderMethod.READ, request);
    }

    /** What a resource type is made of, if the provider knows it. */
    public Optional<SchemaBlock> schema(String type) {
        return known.schema().resource(type);
    }

    private byte[] answer(ProviderMethod method, byte[] request) throws ProviderException {
        try {
            return backing.answer(new ProviderCall(method.in(known.protocol()), request));
        } catch (Unanswered failed) {
            throw new ProviderException(
                    "the provider did not answer: " + failed.status().getCode());
        }
    }
}
