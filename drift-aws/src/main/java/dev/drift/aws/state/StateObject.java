package dev.drift.aws.state;

import static java.util.Objects.requireNonNull;

import dev.drift.observation.ResourceAddress;
import java.util.Optional;

/**
 * A managed object as a state holds it, in clear.
 *
 * @param address which object
 * @param provider who manages it, as the state spells it: {@code provider["registry.terraform.io/hashicorp/aws"].west}
 * @param whole whether it is what the last apply meant it to be: neither tainted nor deposed, nor written in an old form
 * @param attributes its attributes
 * @param privateData what the provider keeps with it, in base64; empty if nothing
 * @param identity its identity, if it has one
 */
public record StateObject(
        ResourceAddress address,
        String provider,
        boolean whole,
        Written attributes,
        String privateData,
        Optional<Written> identity) {

    public StateObject {
        requireNonNull(address, "address is null");
        requireNonNull(provider, "provider is null");
        requireNonNull(attributes, "attributes is null");
        requireNonNull(privateData, "privateData is null");
        requireNonNull(identity, "identity is null");
    }

    /**
     * Something a provider wrote.
     *
     * @param json its JSON, each number as it was written
     * @param version the version of the schema it follows
     */
    public record Written(String json, long version) {
        public Written {
            requireNonNull(json, "json is null");
        }

        /** It may hold secrets, so only its size is printed. */
        @Override
        public String toString() {
            return json.length() + " characters, version " + version;
        }
    }

    /** The values are in clear, so they are not printed. */
    @Override
    public String toString() {
        return address.toString();
    }
}
