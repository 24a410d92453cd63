package dev.drift.aws.shared;

import static java.util.Objects.requireNonNull;

import dev.drift.aws.wire.DynamicValue;
import dev.drift.aws.wire.ProviderSchema;
import java.util.Optional;
import java.util.Set;

/**
 * A provider as one lease lends it.
 *
 * @param fleet the processes behind it
 * @param known its schema
 * @param types the types the stack can need; empty if that is not known, and it may need any
 * @param evidence what is kept of what passes
 * @param withdrawal how the lease is taken back
 * @param retries how often it may repeat a throttled call where the stack does not say so
 */
record LentProvider(
        Fleet fleet,
        KnownSchema known,
        Optional<Set<String>> types,
        Evidence evidence,
        Withdrawal withdrawal,
        int retries) {

    private static final String RETRIES = "max_retries";

    LentProvider {
        requireNonNull(fleet, "fleet is null");
        requireNonNull(known, "known is null");
        types = types.map(Set::copyOf);
        requireNonNull(evidence, "evidence is null");
        requireNonNull(withdrawal, "withdrawal is null");
    }

    /** A configuration, with a bound to the retries of a throttled call where it sets none. */
    DynamicValue bounded(DynamicValue configuration) {
        return configuration.filling(RETRIES, retries);
    }

    /** The schema, as far as the stack can need it. */
    byte[] schema() {
        ProviderSchema whole = known.schema();
        return types.map(whole::trimmedTo).orElseGet(whole::toBytes);
    }

    /** What is known of identities, as far as the stack can need it. */
    Optional<byte[]> identities() {
        return known.identities()
                .map(answer -> types.map(named -> ProviderSchema.identitiesTrimmedTo(named, answer))
                        .orElse(answer));
    }
}
