package dev.drift.aws.wire;

import static java.util.Objects.requireNonNull;

import dev.drift.value.Value;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * An attribute of a resource type.
 *
 * @param name its name
 * @param type its type; of a nested one the type of what is nested
 * @param nested what is nested in it, where that has a schema of its own
 * @param qualities what else is said of it
 */
public record SchemaAttribute(String name, AttributeType type, Optional<NestedBlock> nested, Set<Quality> qualities) {

    private static final int NAME = 1;
    private static final int TYPE = 2;
    private static final int REQUIRED = 4;
    private static final int OPTIONAL = 5;
    private static final int COMPUTED = 6;
    private static final int SENSITIVE = 7;
    private static final int NESTED = 10;

    public SchemaAttribute {
        requireNonNull(name, "name is null");
        requireNonNull(type, "type is null");
        requireNonNull(nested, "nested is null");
        qualities = Collections.unmodifiableSet(
                qualities.isEmpty() ? EnumSet.noneOf(Quality.class) : EnumSet.copyOf(qualities));
    }

    /** What a schema says of an attribute beside its type. */
    public enum Quality {
        REQUIRED,
        OPTIONAL,
        COMPUTED,
        SENSITIVE
    }

    /** Whether only the provider can set it. */
    public boolean isProvidersOwn() {
        return qualities.contains(Quality.COMPUTED) && !qualities.contains(Quality.OPTIONAL);
    }

    /** What the code writes for it, as a value of its type; null where it writes nothing. */
    Value filled(Value written) {
        if (nested.isPresent() && !written.isNull()) {
            throw new WireException("What is nested in " + name + " is not made of what the code writes");
        }
        return type.converted(written);
    }

    static SchemaAttribute read(Message message) {
        EnumSet<Quality> qualities = EnumSet.noneOf(Quality.class);
        add(qualities, Quality.REQUIRED, message.flag(REQUIRED));
        add(qualities, Quality.OPTIONAL, message.flag(OPTIONAL));
        add(qualities, Quality.COMPUTED, message.flag(COMPUTED));
        add(qualities, Quality.SENSITIVE, message.flag(SENSITIVE));
        String name = message.text(NAME);
        // Version 5 has a truth under this number, which is no message.
        Optional<NestedBlock> nested =
                message.bytes(NESTED).map(bytes -> NestedBlock.ofAttribute(name, Message.of(bytes)));
        return new SchemaAttribute(name, AttributeType.of(message.text(TYPE)), nested, qualities);
    }

    private static void add(Set<Quality> qualities, Quality quality, boolean said) {
        if (said) {
            qualities.add(quality);
        }
    }
}
