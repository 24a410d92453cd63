package dev.drift.observation;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.Optional;

/**
 * One object of a state.
 *
 * @param text the address as the tool prints it, indices included: {@code module.web["a"].aws_ecs_service.this[0]}
 * @param type the resource type: {@code aws_ecs_service}
 * @param deposed the key of a deposed object, which shares its address with the current one
 */
public record ResourceAddress(String text, String type, Optional<String> deposed)
        implements Comparable<ResourceAddress> {

    private static final Comparator<ResourceAddress> ORDER =
            Comparator.comparing(ResourceAddress::text).thenComparing(address -> address.deposed.orElse(""));

    public ResourceAddress {
        requireNonNull(text, "text is null");
        requireNonNull(type, "type is null");
        requireNonNull(deposed, "deposed is null");
    }

    /** The current object at an address. */
    public static ResourceAddress of(String text, String type) {
        return new ResourceAddress(text, type, Optional.empty());
    }

    /** The address without indices, as the code declares it: {@code module.web.aws_ecs_service.this}. */
    public String configurationAddress() {
        StringBuilder plain = new StringBuilder(text.length());
        boolean inIndex = false;
        boolean inQuotes = false;
        for (int at = 0; at < text.length(); at++) {
            char here = text.charAt(at);
            if (inQuotes && here == '\\') {
                at++;
            } else if (inIndex && here == '"') {
                inQuotes = !inQuotes;
            } else if (!inQuotes && here == '[') {
                inIndex = true;
            } else if (!inQuotes && here == ']') {
                inIndex = false;
            } else if (!inIndex) {
                plain.append(here);
            }
        }
        return plain.toString();
    }

    @Override
    public int compareTo(ResourceAddress other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return text + deposed.map(key -> " (deposed " + key + ")").orElse("");
    }
}
