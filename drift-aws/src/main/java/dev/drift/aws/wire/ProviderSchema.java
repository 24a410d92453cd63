package dev.drift.aws.wire;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The answer to a call of {@link ProviderMethod#SCHEMA}. It is indexed once, and no type in it is read before it is asked for:
 * the answer of a large provider has thousands of them. Immutable, for any thread.
 */
public final class ProviderSchema {

    private static final int PROVIDER = 1;
    private static final int RESOURCES = 2;
    /** Resources, data sources, ephemeral resources, lists and actions; all else is served to everybody. */
    private static final Set<Integer> BY_TYPE = Set.of(RESOURCES, 3, 8, 9, 11);

    private static final int IDENTITIES = 1;
    private static final int KEY = 1;
    private static final int VALUE = 2;
    private static final int BLOCK = 2;

    private final Message message;
    private final List<Entry> entries;
    private final Map<String, Message.Bytes> resources;

    private ProviderSchema(Message message) {
        this.message = message;
        this.entries = entries(message, BY_TYPE);
        this.resources = entries.stream()
                .filter(entry -> entry.field().number() == RESOURCES)
                .collect(Collectors.toUnmodifiableMap(
                        Entry::type, entry -> entry.field().held(), (one, other) -> other));
    }

    /**
     * A field of an answer.
     *
     * @param type the type it is of; empty if it is of none
     */
    private record Entry(String type, Message.Field field) {}

    /**
     * The schema that an answer holds.
     *
     * @throws WireException if it holds none, or no schema of the provider itself
     */
    public static ProviderSchema of(byte[] answer) {
        Message message = Message.of(requireNonNull(answer, "answer is null"));
        List<Diagnostic> said = Diagnostic.of(ProviderMethod.SCHEMA, answer);
        if (said.stream().anyMatch(Diagnostic::isError)
                || message.bytes(PROVIDER).isEmpty()) {
            throw new WireException("The provider gave no schema"
                    + said.stream()
                            .filter(Diagnostic::isError)
                            .findFirst()
                            .map(error -> ": " + error.summary())
                            .orElse(""));
        }
        return new ProviderSchema(message);
    }

    /** The resource types it knows, sorted. */
    public Set<String> resourceTypes() {
        return Collections.unmodifiableSet(new TreeSet<>(resources.keySet()));
    }

    /** What the configuration of the provider itself is made of. */
    public SchemaBlock provider() {
        return SchemaBlock.read(message.message(PROVIDER).message(BLOCK));
    }

    /** What a resource type is made of, if the provider knows it. */
    public Optional<SchemaBlock> resource(String type) {
        return Optional.ofNullable(resources.get(type))
                .map(entry -> SchemaBlock.read(Message.of(entry).message(VALUE).message(BLOCK)));
    }

    /** The whole answer. */
    public byte[] toBytes() {
        return message.toBytes();
    }

    /**
     * The same answer without the types that are not named, be they resources, data sources, ephemeral resources, lists or
     * actions. What is not of a type is left as it came, byte for byte and in its order.
     */
    public byte[] trimmedTo(Set<String> types) {
        return trimmed(entries, types);
    }

    /** An answer to a call of {@link ProviderMethod#IDENTITY_SCHEMAS}, without the types that are not named. */
    public static byte[] identitiesTrimmedTo(Set<String> types, byte[] answer) {
        return trimmed(entries(Message.of(answer), Set.of(IDENTITIES)), types);
    }

    private static byte[] trimmed(List<Entry> entries, Set<String> types) {
        MessageWriter trimmed = new MessageWriter();
        for (Entry entry : entries) {
            if (entry.type().isEmpty() || types.contains(entry.type())) {
                trimmed.raw(entry.field().whole());
            }
        }
        return trimmed.toBytes();
    }

    private static List<Entry> entries(Message message, Set<Integer> byType) {
        return message.fields().stream()
                .map(field -> new Entry(
                        byType.contains(field.number())
                                ? Message.of(field.held()).text(KEY)
                                : "",
                        field))
                .toList();
    }

    @Override
    public String toString() {
        return "schema of " + resources.size() + " resource types";
    }
}
