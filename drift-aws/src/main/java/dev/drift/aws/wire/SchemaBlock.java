package dev.drift.aws.wire;

import dev.drift.value.Value;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a resource type, or a block in it, is made of.
 *
 * @param attributes its attributes, in the order of the schema
 * @param blocks the blocks it may hold, in the order of the schema
 */
public record SchemaBlock(List<SchemaAttribute> attributes, List<NestedBlock> blocks) {

    private static final int ATTRIBUTES = 2;
    private static final int BLOCKS = 3;

    public SchemaBlock {
        attributes = List.copyOf(attributes);
        blocks = List.copyOf(blocks);
    }

    /** An object of this schema as it was meant (see {@link AttributeType#restored}). */
    public Value restored(Value object) {
        return walked(object, false);
    }

    /**
     * What the code declares, out of a configuration that holds a field for everything the schema knows: attributes that are
     * null and blocks that do not occur are absent.
     */
    public Value declared(Value configuration) {
        return walked(configuration, true);
    }

    /**
     * A whole object of this schema, as a tool makes one of what the code writes: what is not written is null, blocks that do not
     * occur are empty, and literals are of the types of their attributes.
     *
     * @param written the attributes, and each type of block as a list of objects
     * @throws WireException if something in it is no literal, has no place in the schema or is of another type
     */
    public Value filled(Map<String, Value> written) {
        Map<String, Value> left = new HashMap<>(written);
        // A tool writes the fields of an object in the order of their names.
        Map<String, Value> filled = new TreeMap<>();
        for (SchemaAttribute attribute : attributes) {
            filled.put(attribute.name(), attribute.filled(take(left, attribute.name())));
        }
        for (NestedBlock block : blocks) {
            filled.put(block.name(), block.filled(take(left, block.name())));
        }
        if (!left.isEmpty()) {
            throw new WireException("There is no place for " + String.join(", ", new TreeSet<>(left.keySet())));
        }
        return Value.of(filled);
    }

    private static Value take(Map<String, Value> from, String name) {
        Value taken = from.remove(name);
        return taken == null ? Value.ofNull() : taken;
    }

    Value walked(Value object, boolean onlyMentioned) {
        if (!(object instanceof Value.Fields fields)) {
            return object;
        }
        Map<String, Value> walked = new LinkedHashMap<>(fields.values());
        for (SchemaAttribute attribute : attributes) {
            walked.computeIfPresent(
                    attribute.name(),
                    (name, value) -> attribute
                            .nested()
                            .map(nested -> nested.walked(value, onlyMentioned))
                            .orElseGet(() -> attribute.type().restored(value)));
        }
        for (NestedBlock block : blocks) {
            walked.computeIfPresent(block.name(), (name, value) -> {
                Value inside = block.walked(value, onlyMentioned);
                return onlyMentioned && NestedBlock.isEmpty(inside) ? Value.ofNull() : inside;
            });
        }
        if (onlyMentioned) {
            walked.values().removeIf(Value::isNull);
        }
        return Value.of(walked);
    }

    static SchemaBlock read(Message message) {
        return new SchemaBlock(
                message.messages(ATTRIBUTES).stream().map(SchemaAttribute::read).toList(),
                message.messages(BLOCKS).stream().map(NestedBlock::read).toList());
    }
}
